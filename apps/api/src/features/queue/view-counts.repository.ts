import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

const MUCH = 500;

const BATCH = 20_000;

/** The oldest there is of counted views, and of views that are gone. A reader meanwhile sees all of it or none. */
const FOLD = `
WITH folded AS (
  DELETE FROM view_count_deltas WHERE tenant_id = $1 AND id IN (
    SELECT d.id FROM view_count_deltas d WHERE d.tenant_id = $1 AND NOT EXISTS (
      SELECT FROM views v WHERE v.tenant_id = d.tenant_id AND v.id = d.view_id AND NOT v.counted)
    ORDER BY d.id LIMIT ${BATCH})
  RETURNING view_id, person_id, team_id, delta
),
kept AS (
  INSERT INTO view_counts (tenant_id, view_id, person_id, team_id, count)
  SELECT v.tenant_id, f.view_id, f.person_id, f.team_id, sum(f.delta)
  FROM folded f JOIN views v ON v.tenant_id = $1 AND v.id = f.view_id
  GROUP BY 1, 2, 3, 4 HAVING sum(f.delta) <> 0
  ON CONFLICT (tenant_id, view_id, person_id, team_id) DO UPDATE SET count = view_counts.count + excluded.count
)
SELECT count(*) = ${BATCH} AS more FROM folded`;

/** One snapshot counts the tickets and drops the deltas that it counted with; those that commit later stay. */
const COUNT = `
WITH contained AS (DELETE FROM view_count_deltas WHERE tenant_id = $1 AND view_id = $2),
counted AS (UPDATE views SET counted = true WHERE tenant_id = $1 AND id = $2 AND revision = $3 AND NOT counted RETURNING id),
base AS (
  INSERT INTO view_counts (tenant_id, view_id, person_id, team_id, count)
  SELECT t.tenant_id, m.view_id, m.person_id, m.team_id, count(*)
  FROM tickets t CROSS JOIN LATERAL matching_views(t) m
  WHERE t.tenant_id = $1 AND m.view_id = $2 GROUP BY 1, 2, 3, 4
)
SELECT count(*)::int AS done FROM counted`;

/** Writes what the counts of views are added up from. Tickets are counted in by triggers of the database. */
@Injectable()
export class ViewCountsRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Until the transaction ends nobody else folds, counts or drops counts of the organization. Writers of tickets do not care. */
  async lock(actor: Actor): Promise<void> {
    await this.transaction.query("SELECT pg_advisory_xact_lock(hashtextextended('view_counts:' || $1, 0))", [
      actor.tenantId,
    ]);
  }

  /** A few deltas are as quickly added up as folded. */
  async hasMuchToFold(actor: Actor): Promise<boolean> {
    const [row] = await this.transaction.query<{ much: boolean }>(
      `SELECT count(*) = ${MUCH} AS much FROM (SELECT FROM view_count_deltas WHERE tenant_id = $1 LIMIT ${MUCH}) appended`,
      [actor.tenantId],
    );
    return row!.much;
  }

  /** @returns whether there is more to fold */
  async fold(actor: Actor): Promise<boolean> {
    const [row] = await this.transaction.query<{ more: boolean }>(FOLD, [actor.tenantId]);
    return row!.more;
  }

  /** @returns false when the filters changed meanwhile, or it was counted already: then nothing of it may be kept */
  async count(actor: Actor, viewId: string, revision: number): Promise<boolean> {
    // Of millions of tickets; nobody waits for it.
    await this.transaction.query(`SELECT set_config('statement_timeout', '600000', true)`);
    await this.transaction.query('DELETE FROM view_counts WHERE tenant_id = $1 AND view_id = $2', [
      actor.tenantId,
      viewId,
    ]);
    const [row] = await this.transaction.query<{ done: number }>(COUNT, [actor.tenantId, viewId, revision]);
    return row?.done === 1;
  }

  /**
   * A point in the order of transactions that all running writers stand before. A number of its own: the end of a
   * snapshot lies behind the last transaction that ended, and a running one may stand beyond that.
   */
  async now(): Promise<string> {
    const [row] = await this.transaction.query<{ now: string }>('SELECT pg_current_xact_id()::text AS now');
    return row!.now;
  }

  /** Has every transaction from before that point ended? */
  async hasPassed(point: string): Promise<boolean> {
    const [row] = await this.transaction.query<{ passed: boolean }>(
      'SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8 AS passed',
      [point],
    );
    return row!.passed;
  }
}
