import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { Audience } from './timeline.queries.js';

const SEQ: Record<Audience, string> = { public: 'public_seq', internal: 'seq' };

/** From the reader's numbering into that of all entries, no further than there are any, and never back. */
const advance = (audience: Audience): string => `
INSERT INTO ticket_reads (tenant_id, user_id, ticket_id, seq)
SELECT tenant_id, $2, ticket_id, seq FROM events
WHERE tenant_id = $1 AND ticket_id = $3 AND ${SEQ[audience]} <= $4 ORDER BY ${SEQ[audience]} DESC LIMIT 1
ON CONFLICT (tenant_id, user_id, ticket_id) DO UPDATE SET seq = EXCLUDED.seq WHERE ticket_reads.seq < EXCLUDED.seq
RETURNING seq`;

const UNTIL = `
INSERT INTO ticket_reads (tenant_id, user_id, ticket_id, seq)
SELECT tenant_id, $2, ticket_id, max(seq) FROM events
WHERE tenant_id = $1 AND ticket_id IS NOT NULL AND occurred_at < $3 GROUP BY tenant_id, ticket_id
ON CONFLICT (tenant_id, user_id, ticket_id) DO UPDATE SET seq = EXCLUDED.seq WHERE ticket_reads.seq < EXCLUDED.seq`;

/** Who has read how far. */
@Injectable()
export class TicketReadRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  /** @returns how far it is now, counted over all entries; null when that is no further than before */
  async advance(actor: UserActor, ticketId: string, audience: Audience, seq: number): Promise<number | null> {
    const [row] = await this.transaction.query<{ seq: number }>(advance(audience), [
      actor.tenantId,
      actor.userId,
      ticketId,
      seq,
    ]);
    return row?.seq ?? null;
  }

  /** On every ticket, whatever happened before the moment. */
  async advanceAll(actor: UserActor, moment: Date): Promise<void> {
    await this.transaction.query(UNTIL, [actor.tenantId, actor.userId, moment]);
  }
}
