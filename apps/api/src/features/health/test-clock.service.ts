import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';

/** Time travel for tests. */
@Injectable()
export class TestClockService {
  constructor(
    private readonly clock: Clock,
    private readonly transaction: TenantTransaction,
    private readonly queue: JobQueue,
  ) {}

  /** Recurring jobs keep to the machine's clock, so each is asked to do now what has become due. */
  async advance(actor: UserActor, seconds: number): Promise<Date> {
    const now = await this.clock.advance(seconds);
    await this.transaction.run(actor, async () => {
      for (const name of this.queue.recurring.keys()) await this.queue.enqueue(name, { tenantId: actor.tenantId });
    });
    return now;
  }
}
