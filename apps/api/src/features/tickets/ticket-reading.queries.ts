import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { TicketInHand } from './ticket-access.service.js';
import { workableBy } from './ticket-visibility.queries.js';

/**
 * Is there something for the actor to read? SQL over the alias `t` of tickets: a ticket somebody else handed in and the
 * actor never opened, or a message of somebody else, among those the actor may see, after what was read. What happened
 * before the organization's `unread_from` counts as read, and costs no look at the entries.
 * No coalesce: under row-level security PostgreSQL does not look into it, and would read every entry of the ticket.
 */
export function unreadBy(actor: Actor, parameters: SqlParameters): string {
  const me = `${parameters.add(actor.userId)}::uuid`;
  const start = `(SELECT o.unread_from FROM tenants o WHERE o.id = ${parameters.add(actor.tenantId)}::uuid)`;
  // By the author, and only where the message is: a merge writes entries of its own for those that it moves.
  return `(SELECT CASE WHEN t.updated_at < ${start} THEN false
      WHEN r.seq IS NULL AND t.submitted_by_id <> ${me} AND t.created_at >= ${start} THEN true ELSE EXISTS (
      SELECT FROM events e JOIN messages m ON m.tenant_id = e.tenant_id AND m.id = e.message_id AND m.ticket_id = e.ticket_id
      WHERE e.tenant_id = t.tenant_id AND e.ticket_id = t.id AND e.seq > CASE WHEN r.seq IS NULL THEN 0 ELSE r.seq END
        AND e.occurred_at >= ${start} AND m.author_id <> ${me} AND (e.public_seq IS NOT NULL OR ${workableBy(actor, parameters)})
    ) END
    FROM (VALUES (1)) one LEFT JOIN ticket_reads r ON r.tenant_id = t.tenant_id AND r.user_id = ${me} AND r.ticket_id = t.id)`;
}

/** Up to where the actor has read, in the actor's own numbering; 0 before the first look. SQL over `t`. */
export function lastReadBy(actor: Actor, worksOnIt: boolean, parameters: SqlParameters): string {
  const read = `(SELECT r.seq FROM ticket_reads r
    WHERE r.tenant_id = t.tenant_id AND r.user_id = ${parameters.add(actor.userId)}::uuid AND r.ticket_id = t.id)`;
  if (worksOnIt) return `coalesce(${read}, 0)`;
  return `coalesce((SELECT e.public_seq FROM events e WHERE e.tenant_id = t.tenant_id AND e.ticket_id = t.id
    AND e.public_seq IS NOT NULL AND e.seq <= ${read} ORDER BY e.seq DESC LIMIT 1), 0)`;
}

@Injectable()
export class TicketReadingQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Up to where the actor has read, in the actor's own numbering. Within the open transaction. */
  async lastRead(actor: Actor, { ticket, worksOnIt }: TicketInHand): Promise<number> {
    const parameters = new SqlParameters();
    const [row] = await this.transaction.query<{ seq: number }>(
      `SELECT ${lastReadBy(actor, worksOnIt, parameters)} AS seq FROM tickets t
       WHERE t.tenant_id = ${parameters.add(actor.tenantId)} AND t.id = ${parameters.add(ticket.id)}`,
      parameters.values,
    );
    return row?.seq ?? 0;
  }
}
