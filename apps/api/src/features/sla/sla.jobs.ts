import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DueTicker } from '../../platform/jobs/due-ticker.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { ClocksService } from './clocks.service.js';
import { REPLAN_CLOCKS } from './sla-rules.service.js';

/** What happens to clocks by itself: they fall due, and are planned anew when policies change. */
@Injectable()
export class SlaJobs implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly ticker: DueTicker,
    private readonly clocks: ClocksService,
  ) {}

  onModuleInit(): void {
    this.queue.handle(REPLAN_CLOCKS, ({ tenantId }) => this.clocks.replan(tenantId));
    // All of it at once: it is little, and late already.
    this.ticker.add({ kind: 'clocks_due', work: (tenantId) => this.clocks.refreshDue(tenantId) });
  }
}
