import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { visibleParts, visibleTo } from '../tickets/ticket-visibility.queries.js';
import { BEGINNING, decodeSearchCursor, encodeSearchCursor, type SearchCursor } from './search-cursor.presenter.js';
import { SearchSql, type Wanted } from './search-match.queries.js';
import { changedAt } from './search-operators.queries.js';
import {
  type Found,
  type IndexPlan,
  LOOKED_INTO,
  newest,
  type Place,
  type SearchPlan,
  SearchPlanQueries,
  type Stretch,
  within,
} from './search-plan.queries.js';

/** A stretch of that order: the matches in it, and where the next one begins when there is one. */
interface Window {
  found: Found[];
  next: Place | null;
}

export interface FoundPage {
  found: Found[];
  nextCursor: string | null;
  /** Known when the first window is the last as well. */
  total: number | null;
}

/** A window ends after so many tickets, or matches met. Ranking is among the matches of one window. */
const WALK_MATCHES = 100;
/** Windows without a match that one answer may cover: it may come with none, and still go on. */
const ROUNDS = 5;

/**
 * Pages through the matches, window by window from the newest on and by rank within each. A word few tickets have is
 * one window: everything, ranked, and counted in passing.
 */
@Injectable()
export class SearchWindowQueries {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly plans: SearchPlanQueries,
  ) {}

  /** Ends with the first window that adds something: what comes late does not hold up what is there. */
  async page(actor: Actor, wanted: Wanted, limit: number, cursor?: string): Promise<FoundPage> {
    let { start, reading } = cursor ? decodeSearchCursor(actor, wanted, cursor) : BEGINNING;
    for (let round = 1; ; round++) {
      const last = reading?.last;
      const plan = reading?.plan ?? (await this.plans.planFrom(actor, wanted, start));
      const { found, next } = await this.window(actor, wanted, plan, { start, end: reading?.end ?? null });
      const left = found.sort(byRank).filter((row) => !last || byRank(last, row) < 0);
      const page = left.slice(0, limit);
      const total = start === null && next === null ? found.length : null;
      const rest: SearchCursor =
        left.length > page.length
          ? { start, reading: { plan, end: next, last: page.at(-1) as Found } }
          : { start: next, reading: null };
      if (rest.start === null && rest.reading === null) return { found: page, nextCursor: null, total };
      if (page.length > 0 || round === ROUNDS) return { found: page, nextCursor: encodeSearchCursor(rest), total };
      ({ start, reading } = rest);
    }
  }

  private window(actor: Actor, wanted: Wanted, plan: SearchPlan, stretch: Stretch): Promise<Window> {
    return plan.from === 'walk'
      ? this.walk(actor, wanted, plan.tickets, stretch)
      : this.lookInto(actor, wanted, plan, stretch);
  }

  private async walk(actor: Actor, wanted: Wanted, tickets: number, stretch: Stretch): Promise<Window> {
    const parameters = new SqlParameters();
    const sql = new SearchSql(actor, wanted, parameters);
    const conditions = [visibleTo(actor, parameters), ...sql.conditions(), 'm.matches'].join(' AND ');
    const from = newest(actor, wanted, parameters, tickets, stretch);
    const found = await this.found(
      `SELECT t.id, ${microseconds('t.updated_at')} AS at, m.rank
       FROM (${from}) t CROSS JOIN LATERAL (${sql.match()}) m WHERE ${conditions}
       ORDER BY t.updated_at DESC, t.id DESC LIMIT ${WALK_MATCHES}`,
      parameters,
    );
    const next =
      found.length === WALK_MATCHES ? (found.at(-1) as Place) : await this.endOfWalk(actor, wanted, tickets, stretch);
    return { found, next };
  }

  private async endOfWalk(actor: Actor, wanted: Wanted, tickets: number, stretch: Stretch): Promise<Place | null> {
    const parameters = new SqlParameters();
    const walked = newest(actor, wanted, parameters, tickets, stretch);
    const [last] = await this.found(
      `SELECT t.id, ${microseconds('t.updated_at')} AS at, 0 AS rank FROM (${walked}) t OFFSET ${tickets - 1}`,
      parameters,
    );
    return last ?? stretch.end;
  }

  /** Everything at once, newest first; materialized, so that no plan walks all tickets in search of these few. */
  private async lookInto(actor: Actor, wanted: Wanted, plan: IndexPlan, stretch: Stretch): Promise<Window> {
    const parameters = new SqlParameters();
    const sql = new SearchSql(actor, wanted, parameters);
    const conditions = [
      'true',
      ...sql.conditions(),
      ...(plan.from === 'word' ? [sql.having(plan.place)] : []),
      ...within(changedAt(actor), stretch, parameters),
    ].join(' AND ');
    const tenant = `t.tenant_id = ${parameters.add(actor.tenantId)}`;
    // Fenced, where these are few: without statistics the planner takes any status for rarer than a person's tickets.
    const fence = actor.permissions.has('ticket.readAll') ? '' : 'OFFSET 0';
    const parts = visibleParts(actor, parameters).map(
      (visible) => `SELECT t.tenant_id, t.id, t.number, t.team_id, ${changedAt(actor)} AS at
        FROM (SELECT * FROM tickets_of_tenant t WHERE ${tenant} AND ${visible} ${fence}) t WHERE ${conditions}`,
    );
    const rows = await this.found<Found & { matches: boolean }>(
      `WITH candidates AS MATERIALIZED (${parts.join(' UNION ALL ')})
       SELECT t.id, ${microseconds('t.at')} AS at, m.rank, m.matches
       FROM (SELECT * FROM candidates ORDER BY at DESC, id DESC LIMIT ${LOOKED_INTO}) t
       CROSS JOIN LATERAL (${sql.match()}) m ORDER BY t.at DESC, t.id DESC`,
      parameters,
    );
    const next = rows.length === LOOKED_INTO ? (rows.at(-1) as Place) : stretch.end;
    return { found: rows.filter(({ matches }) => matches), next };
  }

  private async found<Row extends Found>(sql: string, parameters: SqlParameters): Promise<Row[]> {
    const rows = await this.transaction.query<Row>(sql, parameters.values);
    return rows.map((row) => ({ ...row, at: Number(row.at) }));
  }
}

const microseconds = (column: string): string => `(extract(epoch FROM ${column}) * 1000000)::bigint`;

/** Best first; among equals the one that changed last. */
const byRank = (a: Found, b: Found): number =>
  b.rank - a.rank || b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
