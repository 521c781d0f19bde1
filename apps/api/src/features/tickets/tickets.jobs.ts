import { systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { TicketAccess } from './ticket-access.service.js';
import { TicketStatusService } from './ticket-status.service.js';

const BATCH = 100;

const EXPIRED = `
SELECT t.id FROM tickets t JOIN tenants o ON o.id = t.tenant_id
WHERE t.tenant_id = $1 AND t.status = 'resolved' AND t.resolved_at < $2::timestamptz - make_interval(days => o.reopen_window_days)
ORDER BY t.resolved_at LIMIT ${BATCH} FOR UPDATE OF t SKIP LOCKED`;

/** Resolved tickets nobody reopened close by themselves when the tenant's window is over. */
@Injectable()
export class TicketsJobs implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly status: TicketStatusService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.queue.repeat('close_resolved_tickets', {
      pattern: '* * * * *',
      handle: async (tenantId) => {
        while ((await this.closeExpired(tenantId)) === BATCH);
      },
    });
  }

  /** One batch in one transaction. @returns how many were closed */
  closeExpired(tenantId: TenantId): Promise<number> {
    const actor = systemActor(tenantId);
    return this.transaction.run(actor, async () => {
      const rows = await this.transaction.query<{ id: string }>(EXPIRED, [tenantId, this.clock.now()]);
      for (const { id } of rows) {
        const inHand = await this.access.lock(actor, id);
        await this.status.moveInHand(actor, inHand, 'closed', { because: 'reopen_window_over' });
      }
      return rows.length;
    });
  }
}
