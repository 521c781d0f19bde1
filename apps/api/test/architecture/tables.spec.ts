import pg from 'pg';
import { liveIn } from '../support/lived-in.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let tables: string[];
/** Tables of no tenant, each with the reason. */
const SHARED = {
  migrations: 'which versions of the schema ran',
  rate_limits: 'counters of refused sign-ins, under hashed keys',
  socket_attachments: 'what processes relay to each other for a moment',
  system_clock: 'one offset for everybody',
};

beforeAll(async () => {
  world = await startWorld();
  await liveIn(world, world.acme);
  await liveIn(world, world.globex);
  const rows = await world.sql<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`,
  );
  tables = rows.map(({ name }) => name).filter((name) => !(name in SHARED));
});
afterAll(() => world.stop());

const tenantColumn = (table: string) => (table === 'tenants' ? 'id' : 'tenant_id');

/** Runs statements as the application, in a transaction of the given tenant, and rolls back. */
async function asApp<T>(tenantId: string | null, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: world.appUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    if (tenantId !== null) await client.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId]);
    return await work(client);
  } finally {
    await client.end();
  }
}

it('covers the schema: every table holds rows of both organizations', async () => {
  expect(tables.length).toBeGreaterThanOrEqual(16);
  for (const table of tables) {
    const rows = await world.sql(`SELECT DISTINCT ${tenantColumn(table)} FROM ${table}`);
    expect({ table, tenants: rows.length }).toEqual({ table, tenants: 2 });
  }
});

it('forces row-level security on every table of a tenant', async () => {
  const rows = await world.sql<{ name: string; policies: string }>(
    `SELECT c.relname AS name, (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid AND p.polroles = '{0}') AS policies
     FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity AND relforcerowsecurity`,
  );
  expect(
    rows
      .filter(({ policies }) => Number(policies) > 0)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(tables);
});

it('gives every view of a tenant the condition itself: row-level security does not reach below a view', async () => {
  const views = await world.sql<{ name: string; options: string[] | null }>(
    `SELECT relname AS name, reloptions AS options FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm') ORDER BY 1`,
  );
  expect(views.map(({ name }) => name)).toEqual(expect.arrayContaining(['events_of_tenant', 'tickets_of_tenant']));
  for (const { name, options } of views) {
    // A barrier would keep the operators from the indexes again; the invoker's rights would need none of this.
    expect({ name, options }).toEqual({ name, options: null });
    const seen = (tenantId: string | null) =>
      asApp(tenantId, (client) => client.query(`SELECT DISTINCT tenant_id FROM ${name}`));
    expect({ name, rows: (await seen(null)).rows }).toEqual({ name, rows: [] });
    for (const { tenant } of [world.acme, world.globex])
      expect({ name, rows: (await seen(tenant.id)).rows }).toEqual({ name, rows: [{ tenant_id: tenant.id }] });
    await expect(
      asApp(world.acme.tenant.id, (client) => client.query(`UPDATE ${name} SET tenant_id = tenant_id`)),
    ).rejects.toMatchObject({ code: expect.stringMatching(/42501|55000/) });
  }
});

it('begins every primary, unique and foreign key with the tenant', async () => {
  const keys = await world.sql<{ name: string; kind: string; first: string; target: string | null }>(
    `SELECT r.relname AS name, c.contype AS kind, a.attname AS first, f.relname AS target
     FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid LEFT JOIN pg_class f ON f.oid = c.confrelid
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.connamespace = 'public'::regnamespace AND c.contype IN ('p', 'u', 'f')`,
  );
  const ofTenants = keys.filter(({ name }) => tables.includes(name) && name !== 'tenants');
  expect(ofTenants.length).toBeGreaterThan(40);
  expect(ofTenants.filter(({ first }) => first !== 'tenant_id')).toEqual([]);
  const indexes = await world.sql<{ name: string }>(
    `SELECT i.relname AS name FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
     WHERE x.indisunique AND t.relname = ANY($1) AND t.relname <> 'tenants' AND a.attname <> 'tenant_id'`,
    [tables],
  );
  expect(indexes).toEqual([]);
});

describe("the application's role", () => {
  it('is nobody special and owns nothing of the schema', async () => {
    const [role] = await asApp(
      null,
      async (client) =>
        (
          await client.query(
            `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
             (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid AND relnamespace = 'public'::regnamespace) AS owned
           FROM pg_roles r WHERE rolname = current_user`,
          )
        ).rows,
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 });
  });

  it('sees no row of any table before a tenant is set', async () => {
    for (const table of tables) {
      const { rows } = await asApp(null, (client) => client.query(`SELECT count(*)::int AS seen FROM ${table}`));
      expect({ table, ...rows[0] }).toEqual({ table, seen: 0 });
    }
  });

  it('sees one tenant at a time', async () => {
    const { acme, globex } = world;
    for (const [mine, other] of [
      [acme, globex],
      [globex, acme],
    ] as const)
      for (const table of tables) {
        const column = tenantColumn(table);
        const { rows } = await asApp(mine.tenant.id, (client) =>
          client.query(
            `SELECT count(*) FILTER (WHERE ${column} = $1)::int AS foreign_rows, count(*)::int > 0 AS own FROM ${table}`,
            [other.tenant.id],
          ),
        );
        expect({ table, ...rows[0] }).toEqual({ table, foreign_rows: 0, own: true });
      }
  });

  it.each([
    ['UPDATE events SET data = data', '42501'],
    ['DELETE FROM events', '42501'],
    ['TRUNCATE events', '42501'],
    ['UPDATE messages SET author_id = author_id', '42501'],
    ['UPDATE message_versions SET body_html = body_html', '42501'],
    ['DELETE FROM messages', '42501'],
    ['DELETE FROM tickets', '42501'],
    ['DELETE FROM users', '42501'],
    [`INSERT INTO tenants VALUES (gen_random_uuid(), 'x', 'x', 'X', '{}', 7, now())`, '42501'],
    ['ALTER TABLE tickets DISABLE ROW LEVEL SECURITY', '42501'],
    ['DROP POLICY tenant_isolation ON tickets', '42501'],
    ['SET ROLE postgres', '42501'],
    ['CREATE TABLE public.loot (id int)', '42501'],
    ['SELECT * FROM migrations', '42501'],
  ])('cannot: %s', async (sql, code) => {
    await expect(asApp(world.acme.tenant.id, (client) => client.query(sql))).rejects.toMatchObject({ code });
  });

  it('cannot write rows of another tenant, nor give its own rows away', async () => {
    const mine = world.acme.tenant.id;
    const other = world.globex.tenant.id;
    for (const table of tables.filter((name) => name !== 'tenants')) {
      const { rows } = await asApp(mine, (client) =>
        client.query(
          `SELECT has_table_privilege($1, 'UPDATE') AS updates, has_table_privilege($1, 'INSERT') AS inserts`,
          [table],
        ),
      );
      if (rows[0].updates)
        await expect(
          asApp(mine, (client) => client.query(`UPDATE ${table} SET tenant_id = $1`, [other])),
        ).rejects.toMatchObject({ code: '42501' });
      // Not of tickets: one of their columns is generated and cannot be copied.
      const copy = `INSERT INTO ${table} SELECT (jsonb_populate_record(r, jsonb_build_object('tenant_id', $1::text))).* FROM ${table} r LIMIT 1`;
      if (rows[0].inserts && table !== 'tickets')
        await expect(asApp(mine, (client) => client.query(copy, [other]))).rejects.toMatchObject({ code: '42501' });
    }
  });
});
