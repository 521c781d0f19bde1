import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError } from '../../platform/http/app-error.js';
import { visibleParts, visibleTo } from '../tickets/ticket-visibility.queries.js';
import { SearchSql, type Wanted } from './search-match.queries.js';
import { changedAt } from './search-operators.queries.js';
import { after, LOOKED_INTO, newest, type Place, type SearchPlan, SearchPlanQueries } from './search-plan.queries.js';

/** A matching ticket, and when it last changed. */
export interface Found extends Place {
  rank: number;
}

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
    let { start, last } = cursor ? decode(cursor) : BEGINNING;
    for (let round = 1; ; round++) {
      const { found, next } = await this.window(actor, wanted, start);
      const left = found.sort(byRank).filter((row) => last === null || byRank(last, row) < 0);
      const page = left.slice(0, limit);
      const total = start === null && next === null ? found.length : null;
      const goesOn = left.length > page.length ? { start, last: page.at(-1) as Found } : { start: next, last: null };
      const isEnd = goesOn.start === null && goesOn.last === null;
      if (isEnd) return { found: page, nextCursor: null, total };
      if (page.length > 0 || round === ROUNDS) return { found: page, nextCursor: encode(goesOn), total };
      ({ start, last } = goesOn);
    }
  }

  private async window(actor: Actor, wanted: Wanted, start: Place | null): Promise<Window> {
    const plan = await this.plans.planFrom(actor, wanted, start);
    return plan.from === 'walk'
      ? this.walk(actor, wanted, plan.tickets, start)
      : this.lookInto(actor, wanted, plan, start);
  }

  private async walk(actor: Actor, wanted: Wanted, tickets: number, start: Place | null): Promise<Window> {
    const parameters = new SqlParameters();
    const sql = new SearchSql(actor, wanted, parameters);
    const conditions = [visibleTo(actor, parameters), ...sql.conditions(), 'm.matches'].join(' AND ');
    const from = newest(actor, wanted, parameters, tickets, start);
    const found = await this.found(
      `SELECT t.id, ${microseconds('t.updated_at')} AS at, m.rank
       FROM (${from}) t CROSS JOIN LATERAL (${sql.match()}) m WHERE ${conditions}
       ORDER BY t.updated_at DESC, t.id DESC LIMIT ${WALK_MATCHES}`,
      parameters,
    );
    const next =
      found.length === WALK_MATCHES ? (found.at(-1) as Place) : await this.endOfWalk(actor, wanted, tickets, start);
    return { found, next };
  }

  private async endOfWalk(actor: Actor, wanted: Wanted, tickets: number, start: Place | null): Promise<Place | null> {
    const parameters = new SqlParameters();
    const walked = newest(actor, wanted, parameters, tickets, start);
    const [last] = await this.found(
      `SELECT t.id, ${microseconds('t.updated_at')} AS at, 0 AS rank FROM (${walked}) t OFFSET ${tickets - 1}`,
      parameters,
    );
    return last ?? null;
  }

  /** Everything at once, newest first; materialized, so that no plan walks all tickets in search of these few. */
  private async lookInto(actor: Actor, wanted: Wanted, plan: SearchPlan, start: Place | null): Promise<Window> {
    const parameters = new SqlParameters();
    const sql = new SearchSql(actor, wanted, parameters);
    const conditions = [
      ...sql.conditions(),
      ...(plan.from === 'word' ? [sql.having(plan.place)] : []),
      after(changedAt(actor), start, parameters),
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
    const next = rows.length === LOOKED_INTO ? (rows.at(-1) as Place) : null;
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

/** The window being read, and what of it was shown. */
interface Cursor {
  start: Place | null;
  last: Found | null;
}

const BEGINNING: Cursor = { start: null, last: null };
const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** The year 9999, in microseconds. */
const TIME_MAX = 253_402_300_799_000_000;

const encode = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** @throws AppError request.invalid */
function decode(cursor: string): Cursor {
  try {
    const { start, last } = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (isPlace(start) && isPlace(last) && Number.isInteger(last?.rank ?? 0)) return { start, last };
  } catch {
    // Falls through to the refusal: whatever it was, it is not one of our cursors.
  }
  throw new AppError('request.invalid', { cursor: ['is not a cursor of this list'] });
}

const isPlace = (value: Place | null): boolean =>
  value === null ||
  (Number.isInteger(value.at) &&
    value.at >= 0 &&
    value.at <= TIME_MAX &&
    typeof value.id === 'string' &&
    ID.test(value.id));
