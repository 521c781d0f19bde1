import { Module } from '@nestjs/common';
import { CategoriesModule } from '../categories/categories.module.js';
import { PeopleModule } from '../users/people.module.js';
import { AnalyticsController } from './analytics.controller.js';
import { AnalyticsQueries } from './analytics.queries.js';
import { AnalyticsService } from './analytics.service.js';
import { AnalyticsDaysQueries } from './analytics-days.queries.js';

@Module({
  imports: [CategoriesModule, PeopleModule],
  controllers: [AnalyticsController],
  providers: [AnalyticsDaysQueries, AnalyticsQueries, AnalyticsService],
})
export class AnalyticsModule {}
