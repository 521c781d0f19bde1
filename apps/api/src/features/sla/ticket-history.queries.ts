import type { Actor } from '@baton/domain/permissions/actor';
import type { SlaFact } from '@baton/domain/sla/ticket-clocks';
import { STATUSES, type TicketStatus } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

/** Before a status that an undone merge or bulk edit brought back. */
const BACK = 'back:';

/**
 * What clocks depend on, in order, as `word milliseconds,…`: over the alias `t` of tickets. Replies from before their
 * side was recorded are told by who their author is now. What a merge brought here was said on another ticket.
 */
export const HISTORY = `(
  SELECT string_agg(CASE e.type WHEN 'ticket.status_changed'
      THEN CASE WHEN e.data->>'because' IN ('unmerged', 'restored') THEN '${BACK}' ELSE '' END || (e.data->>'to')
      ELSE coalesce(e.data->>'side', (
        SELECT CASE WHEN u.role <> 'employee' AND u.id <> t.requester_id THEN 'desk' ELSE 'requester' END
        FROM users u WHERE u.tenant_id = e.tenant_id AND u.id = e.actor_id), 'requester')
    END || ' ' || (extract(epoch FROM e.occurred_at) * 1000)::bigint, ',' ORDER BY e.seq)
  FROM events e
  WHERE e.tenant_id = t.tenant_id AND e.ticket_id = t.id
    AND e.type IN ('ticket.status_changed', 'message.sent') AND NOT e.data ? 'movedFrom'
)`;

const SIDES = { desk: 'desk_reply', requester: 'requester_message' } as const;

const isStatus = (word: string | undefined): word is TicketStatus => STATUSES.includes(word as TicketStatus);

/** @param history as `HISTORY` gives it; null when nothing happened yet */
export function readHistory(createdAt: Date, history: string | null): SlaFact[] {
  const facts: SlaFact[] = [{ at: createdAt.getTime(), kind: 'created' }];
  for (const item of history?.split(',') ?? []) {
    const [said, ms] = item.split(' ');
    const at = Number(ms);
    const takesBack = said?.startsWith(BACK) ?? false;
    const word = takesBack ? said?.slice(BACK.length) : said;
    if (isStatus(word)) facts.push({ at, kind: 'status', status: word, ...(takesBack && { takesBack }) });
    else facts.push({ at, kind: SIDES[word as keyof typeof SIDES] });
  }
  return facts;
}

@Injectable()
export class TicketHistoryQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  /** By ticket, in one statement. */
  async of({ tenantId }: Actor, ticketIds: readonly string[]): Promise<Map<string, SlaFact[]>> {
    const rows = await this.transaction.query<{ id: string; createdAt: Date; history: string | null }>(
      `SELECT t.id, t.created_at AS "createdAt", ${HISTORY} AS history FROM tickets t
       WHERE t.tenant_id = $1 AND t.id = ANY($2)`,
      [tenantId, ticketIds],
    );
    return new Map(rows.map(({ id, createdAt, history }) => [id, readHistory(createdAt, history)]));
  }
}
