import type { ListTicketsQuery } from '@baton/contracts/tickets/tickets.dto';
import pg from 'pg';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { TicketSummaryQueries } from '../tickets/ticket-summary.queries.js';
import { SearchService } from './search.service.js';

const TICKETS = 20_000;
/** Rows that all statements of one search may look at together: a small part of what there is. */
const LOOKED_AT = 20_000;

/**
 * `everywhere` is in every other ticket; `seldom` in one of a thousand, none of them new; `once` in a single old one;
 * `past` was common long ago, `lately` is in the ten newest and nowhere else; only the newest are open. Past the triggers and without statistics, as a restored database is.
 */
const LOAD = `
SET LOCAL session_replication_role = replica;
ALTER TABLE tickets SET (autovacuum_enabled = false);
ALTER TABLE messages SET (autovacuum_enabled = false);
ALTER TABLE search_documents SET (autovacuum_enabled = false);
INSERT INTO users (tenant_id, id, email, name, role, status, employee_number, created_at)
SELECT '$tenant', gen_random_uuid(), 'p' || n || '@acme.test', 'P ' || n, 'employee', 'approved', 'P-' || n, now() FROM generate_series(1, 200) n;
INSERT INTO tickets (tenant_id, id, number, subject, description_html, description_text, priority, status, requester_id,
  submitted_by_id, channel, created_at, updated_at, public_updated_at)
SELECT '$tenant', gen_random_uuid(), n, 'Ticket ' || n || ' word' || n % 500, '',
  CASE WHEN n % 2 = 0 THEN 'everywhere ' ELSE '' END || CASE WHEN n % 1000 = 7 AND n < 15000 THEN 'seldom ' ELSE '' END ||
  CASE WHEN n = 77 THEN 'once ' ELSE '' END || CASE WHEN n < 1500 THEN 'past' ELSE '' END ||
  CASE WHEN n > ${TICKETS - 10} THEN 'lately' ELSE '' END,
  'low', CASE WHEN n > ${TICKETS - 500} THEN 'open' ELSE 'closed' END, CASE WHEN n % 400 = 0 THEN '$employee'::uuid ELSE askers.ids[1 + n % 200] END, '$stranger', 'web', at, at, at
FROM (SELECT n, timestamptz '2026-01-01' + n * interval '1 minute' AS at FROM generate_series(1, ${TICKETS}) n) numbered,
  (SELECT array_agg(id) AS ids FROM users WHERE name LIKE 'P %') askers;
INSERT INTO messages (tenant_id, id, ticket_id, author_id, internal, body_html, body_text, created_at)
SELECT tenant_id, gen_random_uuid(), id, requester_id, k = 2, '', 'everywhere again ' || number % 300, now()
FROM tickets, generate_series(1, 2) k WHERE tenant_id = '$tenant';
SELECT fill_search_index();`;

let world: World;
let app: pg.Client;
beforeAll(async () => {
  world = await startWorld();
  const { tenant, employee, stranger } = world.acme;
  const ids: Record<string, string> = { tenant: tenant.id, employee: employee.id, stranger: stranger.id };
  await world.sql(LOAD.replace(/\$(\w+)/g, (_all, name) => ids[name] as string));
  app = new pg.Client({ connectionString: world.appUrl });
  await app.connect();
}, 120_000);
afterAll(async () => {
  await app.end();
  await world.stop();
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

/** Every statement that a piece of work sends, as its reader. */
async function statementsOf(work: () => Promise<unknown>): Promise<{ sql: string; values: unknown[] }[]> {
  const sent: { sql: string; values: unknown[] }[] = [];
  const { query } = TenantTransaction.prototype;
  const spy = jest.spyOn(TenantTransaction.prototype, 'query').mockImplementation(function (
    this: TenantTransaction,
    sql: string,
    values: unknown[] = [],
  ) {
    sent.push({ sql, values });
    return query.call(this, sql, values);
  } as typeof query);
  await work().finally(() => spy.mockRestore());
  return sent;
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Explains the statements as the application's role. @returns scans of big tables from end to end, and rows looked at */
async function costOf(person: Person, work: () => Promise<unknown>) {
  const nodes: Plan[] = [];
  for (const { sql, values } of await statementsOf(work)) {
    await app.query(`BEGIN; SELECT set_config('app.tenant_id', '${person.tenant.id}', true)`);
    const { rows } = await app.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`, values);
    await app.query('ROLLBACK');
    nodes.push(...nodesOf(rows[0]['QUERY PLAN'][0].Plan));
  }
  const big = nodes.filter((node) => ['tickets', 'search_documents', 'messages'].includes(node['Relation Name'] ?? ''));
  return {
    whole: big.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']),
    rows: big.reduce(
      (sum, node) => sum + ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    ),
  };
}

const QUERIES = [
  'once',
  'seldom',
  'everywhere',
  'past',
  'everywh',
  'seldom everywhere',
  '"everywhere again"',
  'lately',
  'status:closed everywhere',
  'updated:<2026-01-03 everywhere',
  'from:emil everywhere',
  '4242',
  'nowhere',
];

describe.each(['freshly loaded', 'analyzed'])('on a database %s', (state) => {
  beforeAll(async () => {
    if (state === 'analyzed') await world.sql('ANALYZE');
  });

  it.each(QUERIES)('a search for %s looks at few rows, whoever asks', async (q) => {
    for (const person of [world.acme.admin, world.acme.coordinator, world.acme.employee]) {
      const service = world.app.get(SearchService, { strict: false });
      const { whole, rows } = await costOf(person, () => service.search(person.actor, { q }));
      expect({ role: person.role, whole, isFew: rows < LOOKED_AT, rows }).toEqual({
        role: person.role,
        whole: [],
        isFew: true,
        rows,
      });
    }
  });

  it.each<[string, Partial<ListTicketsQuery>]>([
    ['once', {}],
    ['everywhere', {}],
    ['everywhere', { sort: 'createdAt' }],
    ['seldom', {}],
    ['lately', {}],
    ['once', { sort: 'priority' }],
  ])('so does a list with %s in the order %j', async (q, more) => {
    const lists = world.app.get(TicketSummaryQueries, { strict: false });
    for (const person of [world.acme.coordinator, world.acme.employee]) {
      const { whole, rows } = await costOf(person, () => lists.list(person.actor, { q, ...more } as ListTicketsQuery));
      expect({ role: person.role, whole, isFew: rows < LOOKED_AT, rows }).toEqual({
        role: person.role,
        whole: [],
        isFew: true,
        rows,
      });
    }
  });
});
