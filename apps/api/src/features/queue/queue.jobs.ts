import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { ViewCountingService } from './view-counting.service.js';

export const COUNT_VIEW = 'count_view';
export const FOLD_VIEW_COUNTS = 'fold_view_counts';

/** Keeps the counts of views short to add up, and begins those of new views. */
@Injectable()
export class QueueJobs implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly counting: ViewCountingService,
  ) {}

  onModuleInit(): void {
    this.queue.repeat('keep_view_counts', {
      pattern: '* * * * *',
      handle: (tenantId) => this.counting.keepUp(tenantId),
    });
    this.queue.handle(FOLD_VIEW_COUNTS, ({ tenantId }) => this.counting.fold(tenantId));
    this.queue.handle(COUNT_VIEW, ({ tenantId, viewId }) => this.counting.begin(tenantId, viewId as string));
  }
}
