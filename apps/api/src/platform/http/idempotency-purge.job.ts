import { systemActor } from '@baton/domain/permissions/actor';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { JobQueue } from '../jobs/job-queue.js';

/** Retries are promised their first answer for a day; nobody retries for longer than two. */
const KEPT_MS = 48 * 3_600_000;

/** Forgets stored answers that no retry will ask for any more. */
@Injectable()
export class IdempotencyPurgeJob implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.queue.repeat('purge_idempotency_keys', {
      pattern: '47 * * * *',
      handle: async (tenantId) => {
        const before = new Date(this.clock.now().getTime() - KEPT_MS);
        await this.transaction.run(systemActor(tenantId), () =>
          this.transaction.query('DELETE FROM idempotency_keys WHERE tenant_id = $1 AND created_at < $2', [
            tenantId,
            before,
          ]),
        );
      },
    });
  }
}
