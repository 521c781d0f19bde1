import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { SystemConnections } from './system-connections.js';

/** Where processes tell each other that something falls due earlier than they knew. */
export const DUE_CHANNEL = 'baton_due';

/** Functions of the database that tell across tenants whose work is due. */
export type DueKind = 'clocks_due' | 'wakes_due';

/** What belongs to no tenant: the connection itself, the system's clock, the list of tenants, the job queue. */
@Injectable()
export class SystemQueries {
  constructor(private readonly connections: SystemConnections) {}

  /** Rejects when the database does not answer. */
  async ping(): Promise<void> {
    await this.connections.query('SELECT 1');
  }

  /** Seconds by which the system's time was moved forward. */
  async clockOffset(): Promise<number> {
    const [row] = await this.connections.query<{ offset_seconds: number }>('SELECT offset_seconds FROM system_clock');
    return Number(row?.offset_seconds ?? 0);
  }

  async addToClockOffset(seconds: number): Promise<void> {
    await this.connections.query(
      `WITH moved AS (UPDATE system_clock SET offset_seconds = offset_seconds + $1 RETURNING 1)
       SELECT pg_notify($2, '') FROM moved`,
      [seconds, DUE_CHANNEL],
    );
  }

  async tenantIds(): Promise<TenantId[]> {
    const rows = await this.connections.query<{ id: TenantId }>('SELECT all_tenants() AS id');
    return rows.map(({ id }) => id);
  }

  /** Which tenants have work of that kind by then, the longest due first, and when the next one has. */
  async due(kind: DueKind, by: Date): Promise<{ tenantIds: TenantId[]; nextAt: Date | null }> {
    const rows = await this.connections.query<{ tenantId: TenantId | null; nextAt: Date | null }>(
      `SELECT tenant_id AS "tenantId", next_at AS "nextAt" FROM ${kind}($1)`,
      [by],
    );
    const tenantIds = rows.flatMap(({ tenantId }) => tenantId ?? []);
    return { tenantIds, nextAt: rows.find(({ tenantId }) => tenantId === null)?.nextAt ?? null };
  }

  /** Seconds the oldest due job has waited for its first attempt. */
  async jobLag(): Promise<number> {
    const [row] = await this.connections.query<{ lag: string | null }>(
      'SELECT extract(epoch FROM now() - min(run_at)) AS lag FROM graphile_worker.jobs WHERE attempts = 0 AND locked_at IS NULL',
    );
    return Number(row?.lag ?? 0);
  }
}
