import { setTimeout as sleep } from 'node:timers/promises';
import type { Trigger } from '@baton/contracts/assignment/assignment.response';
import { systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { AssignmentEngine } from './assignment-engine.service.js';
import { WakingRepository } from './waking.repository.js';

const BUSY_MS = 100;
/** Whoever has a ticket at hand for longer than that wakes the team when done, or the next minute does. */
const BUSY_MAX = 20;

/** Serves teams when they are woken, and looks once a minute whose day begins. */
@Injectable()
export class AssignmentJobs implements OnModuleInit {
  /** Teams this process serves, with what woke them again meanwhile. */
  private readonly serving = new Map<string, Set<Trigger>>();

  constructor(
    private readonly queue: JobQueue,
    private readonly transaction: TenantTransaction,
    private readonly engine: AssignmentEngine,
    private readonly waking: WakingRepository,
  ) {}

  onModuleInit(): void {
    this.queue.handle('assign_team', ({ tenantId, teamId, trigger }) =>
      this.serve(tenantId, teamId as string, trigger as Trigger),
    );
    // Shifts begin and absences end without anybody doing anything.
    this.queue.repeat('assign_by_time', {
      pattern: '* * * * *',
      handle: (tenantId) => {
        const actor = systemActor(tenantId);
        return this.transaction.run(actor, () => this.waking.wake(actor, { trigger: 'time', all: true }));
      },
    });
  }

  /** A job that comes while its team is being served hands over to the one that does it, and takes up no worker. */
  private async serve(tenantId: TenantId, teamId: string, trigger: Trigger): Promise<void> {
    const waiting = this.serving.get(teamId) ?? new Set();
    waiting.add(trigger);
    if (this.serving.has(teamId)) return;
    this.serving.set(teamId, waiting);
    try {
      for (const by of waiting) {
        // Whatever wakes it again from now on is served again.
        waiting.delete(by);
        await this.giveOut(tenantId, teamId, by);
      }
    } finally {
      this.serving.delete(teamId);
    }
  }

  private async giveOut(tenantId: TenantId, teamId: string, trigger: Trigger): Promise<void> {
    const telling: Promise<void>[] = [];
    for (let busy = 0; busy < BUSY_MAX; ) {
      const { progress, told } = await this.engine.serve(tenantId, teamId, trigger);
      telling.push(told);
      if (progress === 'done') break;
      if (progress === 'more') continue;
      busy += 1;
      await sleep(BUSY_MS);
    }
    await Promise.all(telling);
  }
}
