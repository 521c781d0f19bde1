import type { TestApp } from './test-app.js';

/** What a mere look at the product may write, and what a job moves from the one to the other at any time. */
const UNSTEADY = new Set(['sessions', 'view_counts', 'view_count_deltas']);

/** A fingerprint of every row of a tenant, table by table. */
export async function rowSums(app: TestApp, tenantId: string): Promise<Record<string, string>> {
  const tables = await app.sql<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'tenant_id' ORDER BY 1`,
  );
  const parts = tables
    .filter(({ name }) => !UNSTEADY.has(name))
    .map(
      ({ name }) =>
        `SELECT '${name}' AS name, coalesce(md5(string_agg(r::text, '|' ORDER BY r::text)), '') AS sum FROM ${name} r WHERE tenant_id = $1`,
    );
  const rows = await app.sql<{ name: string; sum: string }>(parts.join(' UNION ALL '), [tenantId]);
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}
