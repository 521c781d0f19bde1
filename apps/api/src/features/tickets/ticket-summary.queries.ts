import type { TicketSort } from '@baton/contracts/tickets/ticket-sorts';
import type { ListTicketsQuery } from '@baton/contracts/tickets/tickets.dto';
import type { TicketListResponse } from '@baton/contracts/tickets/tickets.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { decodeCursor, encodeCursor } from '../../platform/http/list-cursor.js';
import { readSearch, searchFilter } from '../search/search-filter.queries.js';
import { SearchPlanQueries } from '../search/search-plan.queries.js';
import { presentSummary, type SummaryRow } from './ticket.presenter.js';
import { unreadBy } from './ticket-reading.queries.js';
import { selectTickets } from './ticket-selection.queries.js';
import { workableBy } from './ticket-visibility.queries.js';

const person = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NULL THEN NULL ELSE json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'role', ${alias}.role, 'avatarKey', ${alias}.avatar_key) END`;

/** When the ticket last changed as far as the reader can tell: notes do not count for employees. */
const updatedAt = (actor: Actor): string =>
  actor.permissions.has('ticket.readAll') ? 't.updated_at' : 't.public_updated_at';

/** Everything a list row shows, over the alias `t`. */
export const summaryColumns = (actor: Actor, parameters: SqlParameters): string => `
  t.id, t.number, o.ticket_prefix AS prefix, t.subject, t.status, t.priority, t.priority_rank AS "priorityRank",
  t.requester_id AS "requesterId", t.assignee_id AS "assigneeId", t.team_id AS "teamId", t.category_id AS "categoryId",
  t.tags, t.version, t.last_reply_at AS "lastReplyAt", t.created_at AS "createdAt", ${updatedAt(actor)} AS "updatedAt",
  ${person('requester')} AS requester, ${person('assignee')} AS assignee, ${person('replier')} AS "lastReplyBy",
  t.sla, t.due_at AS "dueAt", t.overdue, ${workableBy(actor, parameters)} AS "worksOnIt", team.name AS "teamName", category.path AS "categoryPath", ${unreadBy(actor, parameters)} AS unread`;

export const SUMMARY_JOINS = `
  JOIN tenants o ON o.id = t.tenant_id
  JOIN users requester ON requester.tenant_id = t.tenant_id AND requester.id = t.requester_id
  LEFT JOIN users assignee ON assignee.tenant_id = t.tenant_id AND assignee.id = t.assignee_id
  LEFT JOIN users replier ON replier.tenant_id = t.tenant_id AND replier.id = t.last_reply_by_id
  LEFT JOIN teams team ON team.tenant_id = t.tenant_id AND team.id = t.team_id
  LEFT JOIN categories category ON category.tenant_id = t.tenant_id AND category.id = t.category_id`;

/** Stands for no deadline in the order of deadlines. */
const UNDUE = new Date('2999-01-01T00:00:00Z');
const UNDUE_SQL = `timestamptz '${UNDUE.toISOString()}'`;

/** As the index has it; whoever is told of no deadlines finds none in the order either. */
export const dueOrder = (actor: Actor): string =>
  actor.permissions.has('ticket.readAll') ? `coalesce(t.due_at, ${UNDUE_SQL})` : UNDUE_SQL;

const shownDue = ({ dueAt }: SummaryRow, actor: Actor): string =>
  ((actor.permissions.has('ticket.readAll') && dueAt) || UNDUE).toISOString();

/** Sort name → the column, its type as a cursor value, and how to read that value from a row. */
const SORTS = {
  updatedAt: { column: updatedAt, kind: 'instant', value: (row: SummaryRow) => row.updatedAt.toISOString() },
  createdAt: { column: () => 't.created_at', kind: 'instant', value: (row: SummaryRow) => row.createdAt.toISOString() },
  dueAt: { column: dueOrder, kind: 'instant', value: shownDue },
  priority: { column: () => 't.priority_rank', kind: 'integer', value: (row: SummaryRow) => row.priorityRank },
} as const;

const DEFAULT_SORT: TicketSort = '-updatedAt';
const DEFAULT_LIMIT = 25;

/** The hot list: one statement for the page, one for its exact total when asked for, both with the permission inside. */
@Injectable()
export class TicketSummaryQueries {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly searchPlans: SearchPlanQueries,
  ) {}

  list(actor: Actor, query: ListTicketsQuery): Promise<TicketListResponse> {
    return this.transaction.read(actor, async () => {
      const limit = query.limit ?? DEFAULT_LIMIT;
      const rows = await this.page(actor, query, limit);
      const items = rows.slice(0, limit);
      const last = rows.length > limit ? items.at(-1) : undefined;
      const sort = SORTS[sortOf(query).name];
      const nextCursor = last ? encodeCursor({ value: sort.value(last, actor), id: last.id }) : null;
      const total = query.count ? await this.count(actor, query) : null;
      return { items: items.map(presentSummary), nextCursor, total };
    });
  }

  /** How many there are, exactly, counted one by one. Within the open transaction. */
  async count(actor: Actor, query: ListTicketsQuery): Promise<number> {
    const parameters = new SqlParameters();
    const matching = selectTickets(actor, query, parameters, { columns: '1' });
    const [row] = await this.transaction.query<{ total: string }>(
      `SELECT count(*) AS total FROM (${matching}) t`,
      parameters.values,
    );
    return Number(row?.total ?? 0);
  }

  private async page(actor: Actor, { q, ...query }: ListTicketsQuery, limit: number): Promise<SummaryRow[]> {
    const parameters = new SqlParameters();
    const { name, descending } = sortOf(query);
    const column = SORTS[name].column(actor);
    const direction = descending ? 'DESC' : 'ASC';
    const order = `ORDER BY ${column} ${direction}, t.id ${direction}`;
    // Written out: of a parameter PostgreSQL expects any number, and plans anew each time.
    const tail = `${order} LIMIT ${limit + 1}`;
    const where = [
      ...afterCursor(actor, query, parameters),
      ...(q === undefined ? [] : [await this.searched(actor, q, parameters)]),
    ].join(' AND ');
    const matching = selectTickets(actor, query, parameters, { columns: 't.*', where: where || undefined, tail });
    return this.transaction.query<SummaryRow>(
      `SELECT ${summaryColumns(actor, parameters)} FROM (SELECT t.* FROM (${matching}) t ${tail}) t ${SUMMARY_JOINS} ${order}`,
      parameters.values,
    );
  }

  /** A page takes the first few that match, so how to look for words depends on how many have them. */
  private async searched(actor: Actor, q: string, parameters: SqlParameters): Promise<string> {
    const wanted = readSearch(q);
    return searchFilter(actor, wanted, parameters, await this.searchPlans.plan(actor, wanted));
  }
}

function afterCursor(actor: Actor, query: ListTicketsQuery, parameters: SqlParameters): string[] {
  if (!query.cursor) return [];
  const { name, descending } = sortOf(query);
  const { kind, column } = SORTS[name];
  const { value, id } = decodeCursor(query.cursor, kind);
  const start = `(${parameters.add(value)}::${kind === 'instant' ? 'timestamptz' : 'int'}, ${parameters.add(id)}::uuid)`;
  return [`(${column(actor)}, t.id) ${descending ? '<' : '>'} ${start}`];
}

function sortOf(query: ListTicketsQuery): { name: keyof typeof SORTS; descending: boolean } {
  const sort = query.sort ?? DEFAULT_SORT;
  return { name: sort.replace('-', '') as keyof typeof SORTS, descending: sort.startsWith('-') };
}
