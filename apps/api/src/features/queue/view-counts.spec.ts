import { queueEndpoints } from '@baton/contracts/queue/queue.endpoints';
import type { TicketFilters } from '@baton/contracts/tickets/ticket-filters.dto';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { PRIORITIES } from '@baton/domain/tickets/ticket-priority';
import { STATUSES } from '@baton/domain/tickets/ticket-status';
import pg from 'pg';
import type { Person } from '../../../test/support/factories.js';
import { randomly } from '../../../test/support/random-history.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { newId } from '../../platform/database/new-id.js';
import { ViewCountingService } from './view-counting.service.js';

/** How many changes; a hundred thousand take some minutes. */
const CHANGES = Number(process.env.VIEW_COUNT_CHANGES ?? 900);
const WRITERS = 4;
const ROUNDS = 3;
const FIELD = newId();
const TAGS = ['vpn', 'printer', 'lan', 'Ärger'];

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(() => world.stop());

const people = () => [world.acme.admin, world.acme.coordinator, world.acme.insider];

type Chance = ReturnType<typeof randomly>;
const some = <T>({ below, oneOf }: Chance, values: readonly T[], most = 2): T[] => [
  ...new Set(Array.from({ length: 1 + below(most) }, () => oneOf(values))),
];

/** Column → a value it may have. */
function columns(chance: Chance): Record<string, unknown> {
  const { below, oneOf } = chance;
  const { coordinator, insider, employee, stranger, teamId, restrictedTeamId, categoryId } = world.acme;
  const moment = () => (below(3) === 0 ? null : new Date(Date.now() - below(1000) * 3_600_000));
  const fields = [{}, { [FIELD]: below(10) }, { [FIELD]: oneOf(['2026-03-01', 'Paper jam', '7']) }];
  const all: [string, unknown][] = [
    ['status', oneOf(STATUSES)],
    ['priority', oneOf(PRIORITIES)],
    ['assignee_id', oneOf([null, coordinator.id, insider.id, employee.id])],
    ['requester_id', oneOf([employee.id, stranger.id, coordinator.id])],
    ['team_id', oneOf([null, teamId, restrictedTeamId])],
    ['category_id', oneOf([null, categoryId])],
    ['tags', below(2) === 0 ? [] : some(chance, TAGS)],
    ['custom_fields', JSON.stringify(oneOf(fields))],
    ['first_responded_at', moment()],
    ['resolved_at', moment()],
  ];
  return Object.fromEntries(all);
}

function filters(chance: Chance): TicketFilters {
  const { below } = chance;
  const { coordinator, insider, employee, teamId, restrictedTeamId, categoryId } = world.acme;
  const instant = () => new Date(Date.now() - below(1000) * 3_600_000).toISOString();
  const all: TicketFilters = {
    status: some(chance, STATUSES, 4),
    priority: some(chance, PRIORITIES),
    assignee: some(chance, ['me', 'none', coordinator.id, insider.id]),
    requester: some(chance, ['me', employee.id]),
    team: some(chance, ['none', teamId, restrictedTeamId]),
    category: some(chance, ['none', categoryId]),
    tag: some(chance, [...TAGS, 'nothing']),
    cf: some(
      chance,
      [':gte:5', ':lte:2026-12-31', ':has:jam', ':eq:7', ':eq:7.0'].map((rest) => FIELD + rest),
    ),
    createdBefore: new Date(Date.now() + 60_000).toISOString(),
    respondedAfter: instant(),
    resolvedBefore: instant(),
  };
  const names = some(chance, Object.keys(all) as (keyof TicketFilters)[], 3);
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}

const INSERT = `
INSERT INTO tickets (tenant_id, id, number, subject, description_html, description_text, channel, submitted_by_id, created_at, updated_at, public_updated_at, requester_id, status, priority)
SELECT $1, $2, nextval('numbers'), 'S', 'D', 'D', 'web', $3, now(), now(), now(), $3, 'new', 'low'`;

/** Writes tickets as the application does: some transactions take long, some fail, some make and change in one. */
async function write(seed: number, changes: number): Promise<void> {
  const { tenant, employee, coordinator } = world.acme;
  const chance = randomly(seed);
  const client = new pg.Client({ connectionString: world.appUrl });
  await client.connect();
  for (let done = 0; done < changes; done++) {
    await client.query(`BEGIN; SELECT set_config('app.tenant_id', '${tenant.id}', true)`);
    if (chance.below(4) === 0)
      await client.query(INSERT, [tenant.id, newId(), chance.oneOf([employee.id, coordinator.id])]);
    const changed = Object.entries(columns(chance)).filter(() => chance.below(3) === 0);
    const assignments = changed.map(([name], index) => `${name} = $${index + 3}`);
    // One or several rows in one statement.
    const pick = `SELECT id FROM tickets WHERE tenant_id = $1 AND number % $2 = 0 ORDER BY id LIMIT 3 FOR UPDATE SKIP LOCKED`;
    if (changed.length > 0)
      await client.query(`UPDATE tickets SET ${assignments.join(', ')} WHERE tenant_id = $1 AND id IN (${pick})`, [
        tenant.id,
        1 + chance.below(40),
        ...changed.map(([, value]) => value),
      ]);
    if (chance.below(20) === 0) await client.query('SELECT pg_sleep(0.03)');
    await client.query(chance.below(10) === 0 ? 'ROLLBACK' : 'COMMIT');
  }
  await client.end();
}

/** Makes, changes and deletes views, and folds their counts, until told to stop. */
async function meddle(seed: number, stopped: () => boolean): Promise<void> {
  const chance = randomly(seed);
  const counting = world.app.get(ViewCountingService, { strict: false });
  const kept: { owner: Person; id: string }[] = [];
  while (!stopped()) {
    const owner = chance.oneOf(people());
    const view = kept.length > 0 ? chance.oneOf(kept) : undefined;
    const choice = chance.below(kept.length < 10 ? 2 : 6);
    if (choice < 2) {
      const body = { name: 'V', scope: owner.role === 'admin' ? 'everyone' : 'personal', filters: filters(chance) };
      const answer = await owner.client.call(queueEndpoints.createView, { body });
      kept.push({ owner, id: answer.body.id as string });
    } else if (view && choice === 2) {
      await view.owner.client.call(queueEndpoints.updateView, { params: view, body: { filters: filters(chance) } });
    } else if (view && choice === 3 && kept.length > 10) {
      await view.owner.client.call(queueEndpoints.deleteView, { params: view });
      kept.splice(kept.indexOf(view), 1);
    } else await counting.fold(world.acme.tenant.id);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

async function checkEveryCount(): Promise<void> {
  let checked = 0;
  for (const reader of people()) {
    const { items } = (await reader.client.call(queueEndpoints.views)).body;
    for (const { key, name, filters, count } of items) {
      const query = new URLSearchParams({ count: 'true', limit: '1' });
      for (const [field, value] of Object.entries(filters))
        for (const each of [value].flat()) query.append(field, each as string);
      const { body } = await reader.client.raw('GET', `/api/tickets?${query}`);
      const { total } = body as { total: number };
      expect({ reader: reader.name, key, name, filters, count }).toEqual({
        reader: reader.name,
        key,
        name,
        filters,
        count: total,
      });
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(20);
}

it('are exact for every reader, whatever happens at once', async () => {
  await world.sql('CREATE SEQUENCE numbers START 1000000; GRANT USAGE ON SEQUENCE numbers TO PUBLIC');
  for (let round = 0; round < ROUNDS; round++) {
    let over = false;
    const meddling = [0, 1].map((seed) => meddle(round * 10 + seed + 1, () => over));
    const each = Math.ceil(CHANGES / ROUNDS / WRITERS);
    await Promise.all(Array.from({ length: WRITERS }, (_, seed) => write(round * 100 + seed + 7, each)));
    over = true;
    await Promise.all(meddling);
    await world.jobsDone();
    // What is compared is what was kept, not what was counted a moment ago.
    expect(await world.sql('SELECT id FROM views WHERE NOT counted')).toEqual([]);
    await checkEveryCount();
  }
  await world.app.get(ViewCountingService, { strict: false }).fold(world.acme.tenant.id);
  expect(await world.sql('SELECT id FROM view_count_deltas WHERE tenant_id = $1', [world.acme.tenant.id])).toEqual([]);
  await checkEveryCount();
}, 3_600_000);

it('are kept up by the recurring job: long deltas, and views whose own job was lost', async () => {
  const { id: tenantId } = world.acme.tenant;
  const deltas = 'SELECT count(*)::int AS count FROM view_count_deltas WHERE tenant_id = $1';
  const none = '00000000-0000-0000-0000-000000000000';
  await world.sql(
    `INSERT INTO view_count_deltas (tenant_id, view_id, person_id, team_id, delta)
     SELECT tenant_id, id, $2, $2, CASE n % 2 WHEN 0 THEN 1 ELSE -1 END FROM views, generate_series(1, 600) n WHERE tenant_id = $1 AND key = 'open'`,
    [tenantId, none],
  );
  const lost = `INSERT INTO views (tenant_id, id, scope, name, filters, created_at) VALUES ($1, gen_random_uuid(), 'everyone', 'Lost', '{"status": ["new"]}', now())`;
  await world.sql(lost, [tenantId]);
  await world.app.get(ViewCountingService, { strict: false }).keepUp(tenantId);
  expect(await world.sql(deltas, [tenantId])).toEqual([{ count: 0 }]);
  expect(await world.sql('SELECT id FROM views WHERE NOT counted')).toEqual([]);
  await checkEveryCount();
}, 60_000);

async function connection(begin: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: world.ownerUrl });
  await client.connect();
  await client.query(begin);
  return client;
}

it('wait for nobody, and miss no writer that began before the view was there', async () => {
  const { tenant, coordinator, employee } = world.acme;
  const { id } = await world.build.ticket(employee, coordinator, { status: 'waiting' });
  // The view's transaction is the older one by number, and yet the writer does not know the view.
  const maker = await connection('BEGIN; SELECT pg_current_xact_id()');
  const writer = await connection('BEGIN');
  await writer.query(`UPDATE tickets SET status = 'open' WHERE id = $1`, [id]);
  const viewId = newId();
  const view = `INSERT INTO views (tenant_id, id, scope, name, filters, created_at) VALUES ($1, $2, 'everyone', 'Late', '{"status": ["open"]}', now())`;
  await maker.query(view, [tenant.id, viewId]);
  await maker.query('COMMIT');
  const counted = world.app.get(ViewCountingService, { strict: false }).begin(tenant.id, viewId);
  // Meanwhile nobody is held up, and what is shown is right.
  expect((await world.build.ticket(employee, coordinator, { status: 'open' })).status).toBe('open');
  await checkEveryCount();
  await writer.query('COMMIT');
  await counted;
  await checkEveryCount();
  await Promise.all([maker.end(), writer.end()]);
}, 60_000);

it('filters of the list say the same with and without an index', async () => {
  const { admin } = world.acme;
  const total = async (query: Record<string, unknown>) =>
    (await admin.client.call(ticketsEndpoints.list, { query: { count: true, ...query } })).body.total;
  for (const value of ['7', '7.0', 'Paper jam']) {
    const condition = `${FIELD}:eq:${value}`;
    const [row] = await world.sql<{ held: number }>(
      'SELECT count(*)::int AS held FROM tickets WHERE tenant_id = $1 AND field_matches(custom_fields, $2)',
      [world.acme.tenant.id, condition],
    );
    expect({ value, total: await total({ cf: condition }) }).toEqual({ value, total: row?.held });
  }
});
