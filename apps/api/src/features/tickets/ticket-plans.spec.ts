import type { ListTicketsQuery } from '@baton/contracts/tickets/tickets.dto';
import { ACTIVE_STATUSES } from '@baton/domain/tickets/ticket-status';
import pg from 'pg';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { selectTickets } from './ticket-selection.queries.js';
import { dueOrder } from './ticket-summary.queries.js';

const TICKETS = 20_000;
const ACTIVE = [...ACTIVE_STATUSES];
const FIELD = '01900000-0000-7001-8000-000000000001';

let world: World;
let app: pg.Client;

/** Old tickets are ended, the newest few percent are not; every thousandth has a tag and a value that others have not. */
const FILL = `
INSERT INTO tickets (tenant_id, id, number, subject, description_html, description_text, priority, status, requester_id,
  submitted_by_id, team_id, assignee_id, category_id, tags, custom_fields, channel, created_at, updated_at, public_updated_at, overdue, due_at)
SELECT $1, gen_random_uuid(), n, 'S', 'D', 'D', (ARRAY['low', 'medium', 'high', 'urgent'])[1 + n % 4],
  CASE WHEN n > ${TICKETS * 0.96} THEN (ARRAY['new', 'open', 'in_progress', 'waiting'])[1 + n % 4] ELSE (ARRAY['closed', 'resolved'])[1 + n % 2] END,
  CASE WHEN n % 500 = 0 THEN $2 ELSE $3 END::uuid, CASE WHEN n % 500 = 0 THEN $2 ELSE $3 END::uuid,
  (ARRAY[$4::uuid, $5::uuid, NULL])[1 + n % 3], CASE WHEN n % 5 > 0 THEN $6::uuid END, $7,
  CASE WHEN n % 1000 = 0 THEN ARRAY['rare'] ELSE ARRAY['common'] END, CASE WHEN n % 1000 = 0 THEN $8::jsonb ELSE '{}' END, 'web', at, at, at, n % 700 = 0, CASE WHEN n > ${TICKETS * 0.98} THEN at END
FROM (SELECT n, now() - make_interval(mins => ${TICKETS} - n) AS at FROM generate_series(1, ${TICKETS}) n) numbered`;

beforeAll(async () => {
  world = await startWorld();
  const { tenant, employee, stranger, teamId, restrictedTeamId, coordinator, categoryId } = world.acme;
  const value = JSON.stringify({ [FIELD]: 'PC 1' });
  await world.sql(FILL, [
    tenant.id,
    employee.id,
    stranger.id,
    teamId,
    restrictedTeamId,
    coordinator.id,
    categoryId,
    value,
  ]);
  await world.sql('ANALYZE');
  app = new pg.Client({ connectionString: world.appUrl });
  await app.connect();
  await app.query(`SELECT set_config('app.tenant_id', $1, false)`, [tenant.id]);
});
afterAll(async () => {
  await app.end();
  await world.stop();
});

/** What PostgreSQL reads for a page, as the application's role. */
async function planOf(person: Person, query: ListTicketsQuery, order: string) {
  const parameters = new SqlParameters();
  const tail = `ORDER BY ${order} DESC, t.id DESC LIMIT 26`;
  const page = selectTickets(person.actor, query, parameters, { columns: 't.*', tail });
  return explained(page, parameters);
}

async function explained(page: string, parameters: SqlParameters) {
  const { rows } = await app.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${page}`, parameters.values);
  const plan = rows[0]['QUERY PLAN'][0].Plan;
  const text = JSON.stringify(plan);
  const scanned = [...text.matchAll(/"Seq Scan".{1,200}?"Relation Name":"(\w+)"/g)].map(([, name]) => name);
  return { buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], scanned };
}

const DESK: [string, ListTicketsQuery, string][] = [
  ['everything', {}, 't.updated_at'],
  ['everything by creation', {}, 't.created_at'],
  ['everything by priority', {}, 't.priority_rank'],
  ['open', { status: ACTIVE }, 't.updated_at'],
  ['open by creation', { status: ACTIVE }, 't.created_at'],
  ['open by priority', { status: ACTIVE }, 't.priority_rank'],
  ['mine', { status: ACTIVE, assignee: ['me'] }, 't.updated_at'],
  ['all I ever had', { assignee: ['me'] }, 't.updated_at'],
  ['unassigned', { status: ACTIVE, assignee: ['none'] }, 't.updated_at'],
  ['waiting', { status: ['waiting'] }, 't.updated_at'],
  ['overdue', { overdue: true }, 't.updated_at'],
  ['ended', { status: ['resolved', 'closed'] }, 't.updated_at'],
  ['a rare tag', { tag: ['rare'] }, 't.updated_at'],
  ['a common tag', { tag: ['common'] }, 't.updated_at'],
  ['a tag nobody uses', { tag: ['none'] }, 't.updated_at'],
  ['a value of a field', { cf: [`${FIELD}:eq:PC 1`] }, 't.updated_at'],
  ['a value nothing has', { cf: [`${FIELD}:eq:PC 2`] }, 't.updated_at'],
];

describe('a page costs the same from many tickets as from few', () => {
  // Of about 3 000 blocks. A page is 26 rows; each may lie on a block of its own, below a few of an index.
  const FEW = 250;

  it.each(DESK)('for a coordinator: %s', async (_name, query, order) => {
    const { buffers, scanned } = await planOf(world.acme.coordinator, query, order);
    expect(scanned).not.toContain('tickets');
    expect(buffers).toBeLessThan(FEW);
  });

  it.each(['t.public_updated_at', 't.created_at'])('for an employee, by %s', async (order) => {
    for (const query of [{}, { status: ACTIVE }]) {
      const { buffers, scanned } = await planOf(world.acme.employee, query, order);
      expect(scanned).not.toContain('tickets');
      expect(buffers).toBeLessThan(FEW);
    }
  });

  it.each([
    ['everything', {}],
    ['open', { status: ACTIVE }],
  ])('in the order of deadlines: %s', async (_name, query) => {
    const parameters = new SqlParameters();
    const tail = `ORDER BY ${dueOrder(world.acme.coordinator.actor)}, t.id LIMIT 26`;
    const page = selectTickets(world.acme.coordinator.actor, query, parameters, { columns: 't.*', tail });
    const { buffers, scanned } = await explained(page, parameters);
    expect(scanned).not.toContain('tickets');
    expect(buffers).toBeLessThan(FEW);
  });

  it('of a team', async () => {
    const { coordinator, teamId } = world.acme;
    for (const query of [{ team: [teamId] }, { team: [teamId], status: ACTIVE }])
      expect((await planOf(coordinator, query, 't.updated_at')).buffers).toBeLessThan(FEW);
  });
});
