import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { visibleTo } from '../tickets/ticket-visibility.queries.js';
import { isSought, SearchSql, type Wanted } from './search-match.queries.js';

/**
 * Where the tickets to look into come from. `walk`: the newest, one by one, as many of them match. `word`: the index
 * has them by one of the sought terms. `own`: all the reader may see and the operators leave.
 */
export type SearchPlan = { from: 'walk' } | { from: 'own' } | { from: 'word'; place: number };

/** Tickets looked into before deciding, and how many of them must match for walking on to pay. */
const SAMPLE = 256;
const OFTEN = 6;

interface Sample {
  seen: number;
  left: number;
  matching: number;
  hits: number[];
}

/**
 * Chooses by looking, not by statistics: the plan is right on a database nobody has analyzed, and for a word that
 * became common this morning.
 */
@Injectable()
export class SearchPlanQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  async plan(actor: Actor, wanted: Wanted): Promise<SearchPlan> {
    if (!actor.permissions.has('ticket.readAll')) return { from: 'own' };
    const { seen, left, matching, hits } = await this.sample(actor, wanted);
    if (seen < SAMPLE || matching >= OFTEN) return { from: 'walk' };
    const fewest = Math.min(...hits);
    return fewest <= left ? { from: 'word', place: hits.indexOf(fewest) } : { from: 'own' };
  }

  private async sample(actor: Actor, wanted: Wanted): Promise<Sample> {
    const parameters = new SqlParameters();
    const sql = new SearchSql(actor, wanted, parameters);
    const left = ['true', ...sql.conditions()].join(' AND ');
    const visible = visibleTo(actor, parameters);
    const terms = wanted.terms.filter(isSought);
    const hits = terms.map((_term, place) => `count(*) FILTER (WHERE m.hits[${place + 1}])`);
    const [row] = await this.transaction.query<Record<keyof Sample, unknown>>(
      `SELECT count(*) AS seen, count(*) FILTER (WHERE ${visible} AND ${left}) AS "left",
         count(*) FILTER (WHERE ${visible} AND ${left} AND m.matches) AS matching, ARRAY[${hits.join(', ')}]::int[] AS hits
       FROM (${newest(actor, parameters, SAMPLE)}) t CROSS JOIN LATERAL (${sql.match()}) m`,
      parameters.values,
    );
    return {
      seen: Number(row?.seen),
      left: Number(row?.left),
      matching: Number(row?.matching),
      hits: row?.hits as number[],
    };
  }
}

/** The tickets that changed last, whoever may see them: as many are read as the limit says, and no more. */
export const newest = (actor: Actor, parameters: SqlParameters, limit: number, where = 'true'): string =>
  `SELECT t.* FROM tickets t WHERE t.tenant_id = ${parameters.add(actor.tenantId)} AND ${where}
   ORDER BY t.updated_at DESC, t.id DESC LIMIT ${limit}`;
