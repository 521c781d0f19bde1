import { systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { DueTicker } from '../../platform/jobs/due-ticker.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { AssignmentEngine } from './assignment-engine.service.js';
import { WakingRepository } from './waking.repository.js';

/** Serves teams when they are woken, and looks once a minute whose day begins. */
@Injectable()
export class AssignmentJobs implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly ticker: DueTicker,
    private readonly transaction: TenantTransaction,
    private readonly engine: AssignmentEngine,
    private readonly waking: WakingRepository,
  ) {}

  onModuleInit(): void {
    this.ticker.add({ kind: 'wakes_due', work: (tenantId, forMs) => this.serve(tenantId, forMs) });
    // Shifts begin and absences end without anybody doing anything.
    this.queue.repeat('assign_by_time', {
      pattern: '* * * * *',
      handle: (tenantId) => {
        const actor = systemActor(tenantId);
        return this.transaction.run(actor, async () => this.waking.wake(actor, { trigger: 'time', all: true }));
      },
    });
  }

  /** Two teams at a time, and one batch each in any case: however many organizations share a round, each gets on. */
  private async serve(tenantId: TenantId, forMs: number): Promise<void> {
    const endsAt = performance.now() + forMs;
    const rest = async (): Promise<void> => {
      while ((await this.engine.serveNext(tenantId)) && performance.now() < endsAt);
    };
    await Promise.all([rest(), rest()]);
  }
}
