import type { TicketRef } from '@baton/contracts/conversation/timeline-data';
import type { Actor } from '@baton/domain/permissions/actor';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

const UNSHOWN = `
SELECT m.id, m.internal, e.data, o.id AS "originId", o.number, org.ticket_prefix AS prefix
FROM events e
JOIN messages m ON m.tenant_id = e.tenant_id AND m.id = e.message_id
JOIN tickets o ON o.tenant_id = m.tenant_id AND o.id = coalesce(m.origin_ticket_id, m.ticket_id)
JOIN tenants org ON org.id = m.tenant_id
WHERE e.tenant_id = $1 AND e.ticket_id = $2 AND e.message_id = ANY($4) AND NOT EXISTS (
  SELECT FROM events known WHERE known.tenant_id = $1 AND known.ticket_id = $3 AND known.message_id = e.message_id)
ORDER BY e.seq`;

const REPLIES = `
SELECT last.author_id AS "lastReplyById", last.created_at AS "lastReplyAt", (
  SELECT min(m.created_at) FROM messages m JOIN users u ON u.tenant_id = m.tenant_id AND u.id = m.author_id
  WHERE m.tenant_id = t.tenant_id AND m.ticket_id = t.id AND m.origin_ticket_id IS NULL AND NOT m.internal
    AND u.role <> 'employee' AND m.author_id <> t.requester_id) AS "firstResponseAt",
  t.first_responded_at IS NOT NULL AND EXISTS (
    SELECT FROM messages m WHERE m.tenant_id = t.tenant_id AND m.ticket_id = t.id AND m.created_at = t.first_responded_at
  ) AS "hasFirstResponse"
FROM tickets t
LEFT JOIN LATERAL (
  SELECT m.author_id, m.created_at FROM messages m
  WHERE m.tenant_id = t.tenant_id AND m.ticket_id = t.id AND NOT m.internal ORDER BY m.created_at DESC, m.id DESC LIMIT 1
) last ON true
WHERE t.tenant_id = $1 AND t.id = $2`;

/** A message that its ticket's timeline has no entry of. */
export interface UnshownMessage {
  id: string;
  internal: boolean;
  /** Of its entry on the ticket it comes from. */
  data: Record<string, unknown>;
  origin: TicketRef;
}

/** What the replies on a ticket say of it. */
export interface RepliesOnTicket {
  lastReplyById: string | null;
  lastReplyAt: Date | null;
  /** Among those written to this ticket itself. */
  firstResponseAt: Date | null;
  /** Is the reply still here that counted as the first response? */
  hasFirstResponse: boolean;
}

/** What must be known to move messages between tickets, within the open transaction. */
@Injectable()
export class MessageMovesQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Which of these messages the timeline of `toId` has never shown, in the order in which `fromId` shows them. */
  async unshown(actor: Actor, fromId: string, toId: string, ids: readonly string[]): Promise<UnshownMessage[]> {
    const rows = await this.transaction.query<
      Omit<UnshownMessage, 'origin'> & { originId: string; number: number; prefix: string }
    >(UNSHOWN, [actor.tenantId, fromId, toId, ids]);
    return rows.map(({ originId, number, prefix, ...message }) => ({
      ...message,
      origin: { id: originId, number: formatTicketNumber(prefix, number) },
    }));
  }

  async replies(actor: Actor, ticketId: string): Promise<RepliesOnTicket> {
    const [row] = await this.transaction.query<RepliesOnTicket>(REPLIES, [actor.tenantId, ticketId]);
    if (!row) throw new Error('There is no such ticket');
    return row;
  }
}
