import type { TicketLinkResponse } from '@baton/contracts/tickets/tickets.response';
import type { Actor } from '@baton/domain/permissions/actor';
import type { SlaFact } from '@baton/domain/sla/ticket-clocks';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { HISTORY, readHistory } from './ticket-history.queries.js';

interface Row {
  id: string;
  priority: Priority;
  categoryId: string | null;
  teamId: string | null;
  requesterId: string;
  createdAt: Date;
  /** The same to the microsecond, where the next page begins. */
  place: string;
  history: string | null;
}

export type PastTicketRow = Omit<Row, 'history' | 'place'> & { history: SlaFact[] };

/** As many as are replayed without keeping anybody else waiting. */
const PAGE = 1000;

const PAST = `
SELECT t.id, t.priority, t.category_id AS "categoryId", t.team_id AS "teamId", t.requester_id AS "requesterId",
  t.created_at AS "createdAt", t.created_at::text AS place, ${HISTORY} AS history
FROM tickets t WHERE t.tenant_id = $1 AND (t.created_at, t.id) > ($2::timestamptz, $3::uuid)
ORDER BY t.created_at, t.id LIMIT ${PAGE}`;

const LINKS = `
SELECT t.id, t.number, o.ticket_prefix AS prefix, t.subject, t.status
FROM tickets t JOIN tenants o ON o.id = t.tenant_id WHERE t.tenant_id = $1 AND t.id = ANY($2)`;

/** Tickets of some time ago, with what happened on them. */
@Injectable()
export class PastTicketsQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Page by page, the oldest first. The next is looked for while one is worked on. */
  async *since(actor: Actor, from: Date): AsyncGenerator<PastTicketRow[]> {
    const page = (place: string, id: string): Promise<Row[]> => {
      const asked = this.transaction.read(actor, () => this.transaction.query<Row>(PAST, [actor.tenantId, place, id]));
      // Whoever stops early never asks for it.
      asked.catch(() => undefined);
      return asked;
    };
    let next: Promise<Row[]> | null = page(from.toISOString(), '00000000-0000-0000-0000-000000000000');
    while (next) {
      const rows: Row[] = await next;
      const last = rows.at(-1);
      next = last && rows.length === PAGE ? page(last.place, last.id) : null;
      yield rows.map(({ place: _place, ...row }) => ({ ...row, history: readHistory(row.createdAt, row.history) }));
    }
  }

  async links({ tenantId }: Actor, ids: readonly string[]): Promise<Map<string, TicketLinkResponse>> {
    const rows = await this.transaction.query<{
      id: string;
      number: number;
      prefix: string;
      subject: string;
      status: TicketStatus;
    }>(LINKS, [tenantId, ids]);
    return new Map(
      rows.map(({ id, number, prefix, subject, status }) => [
        id,
        { id, number: formatTicketNumber(prefix, number), subject, status },
      ]),
    );
  }
}
