import { Module } from '@nestjs/common';
import { QueueController } from './queue.controller.js';
import { QueueViewsQueries } from './queue-views.queries.js';

@Module({
  controllers: [QueueController],
  providers: [QueueViewsQueries],
})
export class QueueModule {}
