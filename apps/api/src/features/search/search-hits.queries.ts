import type { SearchHitResponse } from '@baton/contracts/search/search.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { SUMMARY_JOINS, summaryColumns } from '../tickets/ticket-summary.queries.js';
import { type HitRow, presentHit } from './search.presenter.js';
import { PLACE_RANK, SearchSql, type Wanted } from './search-match.queries.js';
import type { Found } from './search-plan.queries.js';

/** Characters of a text that a snippet is cut from. */
const TEXT_MAX = 20_000;

const TEXT = `CASE d.kind WHEN 'subject' THEN t.subject WHEN 'description' THEN t.description_text
  WHEN 'message' THEN (SELECT s.body_text FROM messages s WHERE s.tenant_id = d.tenant_id AND s.id = d.source_id)
  ELSE (SELECT a.name FROM attachments a WHERE a.tenant_id = d.tenant_id AND a.id = d.source_id) END`;

/** Fenced: without statistics the planner takes an organization for small, and reads all of its tickets to join a few. */
const BY_ID = 'SELECT * FROM tickets WHERE tenant_id = $tenant AND id = page.id OFFSET 0';

/** What a page of results shows: the tickets' rows, each with a snippet of the document that says most of it. */
@Injectable()
export class SearchHitsQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  async hits(actor: Actor, wanted: Wanted, page: readonly Found[]): Promise<SearchHitResponse[]> {
    if (page.length === 0) return [];
    const parameters = new SqlParameters();
    const sql = new SearchSql(actor, wanted, parameters);
    const best = `SELECT d.kind, d.internal, left(${TEXT}, ${TEXT_MAX}) AS text, ${sql.found()} AS found
      FROM search_index d WHERE d.tenant_id = t.tenant_id AND d.ticket_id = t.id AND ${sql.readable()} AND ${sql.inPlace()}
      ORDER BY found DESC, ${PLACE_RANK} DESC, d.source_id LIMIT 1`;
    const rows = await this.transaction.query<HitRow>(
      `SELECT ${summaryColumns(actor, parameters)}, best.kind, best.internal, best.text, best.found
       FROM unnest(${parameters.add(page.map(({ id }) => id))}::uuid[]) WITH ORDINALITY page (id, place)
       CROSS JOIN LATERAL (${BY_ID.replace('$tenant', parameters.add(actor.tenantId))}) t ${SUMMARY_JOINS}
       LEFT JOIN LATERAL (${best}) best ON true ORDER BY page.place`,
      parameters.values,
    );
    const ranks = new Map(page.map(({ id, rank }) => [id, rank]));
    return rows.map((row) => presentHit(row, ranks.get(row.id) ?? 0, wanted.terms));
  }
}
