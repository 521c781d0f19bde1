import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TeamsModule } from '../teams/teams.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { QueueController } from './queue.controller.js';
import { QueueJobs } from './queue.jobs.js';
import { QueueViewsQueries } from './queue-views.queries.js';
import { TagsQueries } from './tags.queries.js';
import { ViewEntity } from './view.entity.js';
import { ViewRepository } from './view.repository.js';
import { ViewCountingService } from './view-counting.service.js';
import { ViewCountsQueries } from './view-counts.queries.js';
import { ViewCountsRepository } from './view-counts.repository.js';
import { ViewsService } from './views.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ViewEntity]), TeamsModule, TicketsModule],
  controllers: [QueueController],
  providers: [
    QueueJobs,
    QueueViewsQueries,
    TagsQueries,
    ViewCountingService,
    ViewCountsQueries,
    ViewCountsRepository,
    ViewRepository,
    ViewsService,
  ],
  exports: [ViewsService],
})
export class QueueModule {}
