import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { MAX_STRETCH_MINUTES } from './handling-times.queries.js';

/** Work is what lies between starting on a ticket and the next move. Learned again, a ticket replaces what it said. */
const LEARN = `
INSERT INTO handled_tickets (tenant_id, ticket_id, category_id, user_id, minutes)
SELECT t.tenant_id, t.id, t.category_id, t.assignee_id,
  sum(least(extract(epoch FROM stretch.until - stretch.since) / 60, ${MAX_STRETCH_MINUTES}))
FROM tickets t JOIN LATERAL (
  SELECT data->>'to' AS status, occurred_at AS since, lead(occurred_at) OVER (ORDER BY seq) AS until
  FROM events e WHERE e.tenant_id = t.tenant_id AND e.ticket_id = t.id AND e.type = 'ticket.status_changed'
) stretch ON stretch.status = 'in_progress' AND stretch.until IS NOT NULL
WHERE t.tenant_id = $1 AND ($2::uuid IS NULL OR t.id = $2) AND t.resolved_at IS NOT NULL
  AND t.category_id IS NOT NULL AND t.assignee_id IS NOT NULL
GROUP BY t.tenant_id, t.id
ON CONFLICT (tenant_id, ticket_id) DO UPDATE
SET category_id = EXCLUDED.category_id, user_id = EXCLUDED.user_id, minutes = EXCLUDED.minutes`;

/** What resolved tickets teach about how long work takes. */
@Injectable()
export class HandlingTimesRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  /** From one resolved ticket, or from all there are. */
  async learn(actor: Actor, ticketId: string | null = null): Promise<void> {
    await this.transaction.query(LEARN, [actor.tenantId, ticketId]);
  }
}
