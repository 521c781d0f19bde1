import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { visibleTo } from '../tickets/ticket-visibility.queries.js';
import { isSought, SearchSql, type Wanted } from './search-match.queries.js';
import { operatorConditions } from './search-operators.queries.js';

/** `word`: the index has them by one of the sought terms. `own`: all the reader may see and the operators leave. */
export type IndexPlan = { from: 'word'; place: number } | { from: 'own' };

/** Where the tickets to look into come from. `walk`: the newest, one by one, so many in a window. */
export type SearchPlan = { from: 'walk'; tickets: number } | IndexPlan;

/** A place in the order of last changes; the time in microseconds, exactly as stored. */
export interface Place {
  at: number;
  id: string;
}

/** A matching ticket, and when it last changed. */
export interface Found extends Place {
  rank: number;
}

/** Of that order, newest first: what comes behind one place, up to another and with it. Open where there is none. */
export interface Stretch {
  start: Place | null;
  end: Place | null;
}

/** Tickets the index names that are looked into for one window. */
export const LOOKED_INTO = 2000;

/** Tickets looked into before deciding: so many of the newest, and as many from all over. */
const SAMPLE = 96;
/** Matches that fill a page. */
const PAGE = 25;
/** So many matches all over and none among the newest may be chance; more are of the past. */
const CHANCE = 3;
/**
 * In proportion to looking into what one ticket says (some 20 µs): to pass one by on a walk, and to fetch a row that an
 * index names from wherever it lies.
 */
const PASSED = 0.1;
const FETCHED = 0.35;
/** What a window of a walk may cost, and the tickets in one: more where most are passed by. Few, as each is a statement. */
const WINDOW = 3300;
const WALKS = [3000, 6000, 12_000, 24_000] as const;

interface Sample {
  seen: number;
  left: number;
  matching: number;
  /** Per sought term: the tickets that have it, and the documents in which the index sees its words. */
  hits: number[];
  named: number[];
}

interface Samples {
  tickets: number;
  newest: Sample;
  spread: Sample;
}

interface Costs {
  /** Until a page is full. */
  walk: number;
  window: number;
  index: { plan: IndexPlan; cost: number };
}

/**
 * Chooses by looking, not by statistics: the plan is right on a database nobody has analyzed, and for a word that
 * became common this morning. What a walk costs the newest tickets tell; what the index names, those from all over.
 */
@Injectable()
export class SearchPlanQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  /** For a page that takes as many as it needs. */
  plan(actor: Actor, wanted: Wanted): Promise<SearchPlan> {
    return this.choose(actor, wanted, null, Number.POSITIVE_INFINITY);
  }

  /**
   * For one window, from a place on. The first is walked, whatever the chances, before the index is asked for more than
   * that costs: the newest matter most, and are in memory when nothing else is.
   */
  planFrom(actor: Actor, wanted: Wanted, start: Place | null): Promise<SearchPlan> {
    return this.choose(actor, wanted, start, start === null ? WINDOW : Number.POSITIVE_INFINITY);
  }

  private async choose(actor: Actor, wanted: Wanted, start: Place | null, patience: number): Promise<SearchPlan> {
    if (!actor.permissions.has('ticket.readAll')) return { from: 'own' };
    const { walk, window, index } = costsOf(await this.samples(actor, wanted, start));
    return Math.min(walk, patience) <= index.cost ? { from: 'walk', tickets: window } : index.plan;
  }

  /** Counts only what the reader may see: the plan shows, in the order of an answer and in whether it has a total. */
  private async samples(actor: Actor, wanted: Wanted, start: Place | null): Promise<Samples> {
    const parameters = new SqlParameters();
    const sql = new SearchSql(actor, wanted, parameters);
    const perTerm = (count: (place: number) => string) =>
      `ARRAY[${wanted.terms.filter(isSought).map((_term, at) => count(at + 1))}]::int[]`;
    // Fenced, so that what the conditions look up is looked up once.
    const rows = await this.transaction.query<Sample & { isNew: boolean; tickets: number }>(
      `WITH size AS MATERIALIZED (${sizeOf(actor, parameters)})
       SELECT t.is_new AS "isNew", (SELECT tickets FROM size) AS tickets, count(*)::int AS seen,
         (count(*) FILTER (WHERE t.is_visible AND t.is_asked_for))::int AS "left",
         (count(*) FILTER (WHERE t.is_visible AND t.is_asked_for AND m.matches))::int AS matching,
         ${perTerm((place) => `count(*) FILTER (WHERE t.is_visible AND m.hits[${place}])`)} AS hits,
         ${perTerm((place) => `coalesce(sum(m.named[${place}]) FILTER (WHERE t.is_visible), 0)`)} AS named
       FROM (SELECT t.*, ${visibleTo(actor, parameters)} AS is_visible,
           ${['true', ...sql.conditions()].join(' AND ')} AS is_asked_for
         FROM (SELECT n.*, true AS is_new FROM (${newest(actor, wanted, parameters, SAMPLE, { start, end: null })}) n
           UNION ALL SELECT s.*, false FROM (${spread(actor, parameters)}) s) t OFFSET 0) t
       CROSS JOIN LATERAL (${sql.match()}) m GROUP BY t.is_new`,
      parameters.values,
    );
    const nothing: Sample = { seen: 0, left: 0, matching: 0, hits: [], named: [] };
    const sampleOf = (isNew: boolean) => rows.find((row) => row.isNew === isNew) ?? nothing;
    return { tickets: rows[0]?.tickets ?? 0, newest: sampleOf(true), spread: sampleOf(false) };
  }
}

function costsOf({ tickets, newest, spread }: Samples): Costs {
  const perTicket = PASSED + newest.left / Math.max(newest.seen, 1);
  const plans = [
    ...spread.hits.map((hits, place) => indexCost({ from: 'word', place }, hits, spread.named[place] as number)),
    indexCost({ from: 'own' }, spread.left, 0),
  ];
  const index = plans.reduce((cheapest, plan) => (plan.cost < cheapest.cost ? plan : cheapest));
  return { walk: walked() * perTicket, window: windowOf(perTicket), index };

  /** Tickets until the page is full, all of them at worst. */
  function walked(): number {
    // Fewer than asked for are all there are.
    if (newest.seen < SAMPLE) return 0;
    const matching = newest.matching || (spread.matching <= CHANCE ? spread.matching : 0);
    return matching === 0 ? tickets : Math.min(tickets, (PAGE * SAMPLE) / matching);
  }

  /** Everything the index names is fetched for each window, of which it takes as many as fill the page. */
  function indexCost(plan: IndexPlan, candidates: number, named: number): Costs['index'] {
    const scale = tickets / Math.max(spread.seen, 1);
    const wanted = spread.matching === 0 ? candidates * scale : (PAGE * candidates) / spread.matching;
    const windows = Math.max(1, Math.ceil(wanted / LOOKED_INTO));
    const fetched = (candidates + named) * scale * FETCHED;
    return { plan, cost: windows * (fetched + Math.min(candidates * scale, LOOKED_INTO)) };
  }
}

const windowOf = (perTicket: number): number => WALKS.findLast((tickets) => tickets * perTicket <= WINDOW) ?? WALKS[0];

/** All that could be chosen for a reader and a search. */
export function plansFor(actor: Actor, { terms }: Wanted): SearchPlan[] {
  const own: SearchPlan = { from: 'own' };
  if (!actor.permissions.has('ticket.readAll')) return [own];
  const words = terms.filter(isSought).map((_term, place): SearchPlan => ({ from: 'word', place }));
  return [own, ...words, ...WALKS.map((tickets): SearchPlan => ({ from: 'walk', tickets }))];
}

/** About how many tickets there are: their numbers are given out one by one. */
const sizeOf = (actor: Actor, parameters: SqlParameters): string =>
  `SELECT n.number AS tickets FROM tickets n WHERE n.tenant_id = ${parameters.add(actor.tenantId)} ORDER BY n.number DESC LIMIT 1`;

/** Tickets at even distances, of which there are up to SAMPLE. Always the same ones until there are twice as many. */
const spread = (actor: Actor, parameters: SqlParameters): string =>
  `SELECT t.* FROM tickets t WHERE t.tenant_id = ${parameters.add(actor.tenantId)} AND t.number = ANY(ARRAY(
     SELECT place * (1 + 2 ^ ceil(log(2, greatest(size.tickets, ${SAMPLE}) / ${SAMPLE}.0)))::int
     FROM size, generate_series(1, ${SAMPLE}) place))`;

/**
 * The tickets of a stretch that changed last, whoever may see them: as many are read as the limit says, and no more.
 * Days they may have changed on are stretches of that order, so nothing beside them is read.
 */
export function newest(
  actor: Actor,
  { operators }: Wanted,
  parameters: SqlParameters,
  limit: number,
  stretch: Stretch,
): string {
  const days = operators.filter(({ name, negated }) => name === 'updated' && !negated);
  const where = [
    `t.tenant_id = ${parameters.add(actor.tenantId)}`,
    ...within('t.updated_at', stretch, parameters),
    ...operatorConditions(actor, days, parameters),
  ];
  return `SELECT t.* FROM tickets t WHERE ${where.join(' AND ')} ORDER BY t.updated_at DESC, t.id DESC LIMIT ${limit}`;
}

/** A stretch of the order of a column. */
export const within = (column: string, { start, end }: Stretch, parameters: SqlParameters): string[] => {
  const bound = (sign: '<' | '>=', { at, id }: Place) =>
    `(${column}, t.id) ${sign} (timestamptz 'epoch' + ${parameters.add(at)}::bigint * interval '1 microsecond', ${parameters.add(id)}::uuid)`;
  return [...(start ? [bound('<', start)] : []), ...(end ? [bound('>=', end)] : [])];
};
