import { queueEndpoints } from '@baton/contracts/queue/queue.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import pg from 'pg';
import type { Person } from '../../../test/support/factories.js';
import { randomly } from '../../../test/support/random-history.js';
import { FIELD, NUMBERS, randomFilters, writeAtRandom } from '../../../test/support/random-tickets.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { newId } from '../../platform/database/new-id.js';
import { ViewCountingService } from './view-counting.service.js';

/** How many changes; a hundred thousand take some minutes. */
const CHANGES = Number(process.env.VIEW_COUNT_CHANGES ?? 900);
const WRITERS = 4;
const ROUNDS = 3;

let world: World;
beforeAll(async () => {
  world = await startWorld();
  // Or the clockwork closes tickets between a look at the counts and one at the lists.
  await world.sql('UPDATE tenants SET reopen_window_days = 30000');
}, 60_000);
afterAll(() => world.stop());

const people = () => [world.acme.admin, world.acme.coordinator, world.acme.insider];

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
      const body = {
        name: 'V',
        scope: owner.role === 'admin' ? 'everyone' : 'personal',
        filters: randomFilters(chance, world),
      };
      const answer = await owner.client.call(queueEndpoints.createView, { body });
      kept.push({ owner, id: answer.body.id as string });
    } else if (view && choice === 2) {
      await view.owner.client.call(queueEndpoints.updateView, {
        params: view,
        body: { filters: randomFilters(chance, world) },
      });
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
  await world.sql(NUMBERS);
  for (let round = 0; round < ROUNDS; round++) {
    let over = false;
    const meddling = [0, 1].map((seed) => meddle(round * 10 + seed + 1, () => over));
    const each = Math.ceil(CHANGES / ROUNDS / WRITERS);
    await Promise.all(Array.from({ length: WRITERS }, (_, seed) => writeAtRandom(world, round * 100 + seed + 7, each)));
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

const addView = (id: string, status: string) =>
  world.sql(
    `INSERT INTO views (tenant_id, id, scope, name, filters, created_at) VALUES ($1, $2, 'everyone', 'Late', $3, now())`,
    [world.acme.tenant.id, id, JSON.stringify({ status: [status] })],
  );

it('leave filters that came after the wait for their writers to a count of their own', async () => {
  const { tenant, coordinator, employee } = world.acme;
  const { id } = await world.build.ticket(employee, coordinator);
  const writer = await connection('BEGIN');
  await writer.query(`UPDATE tickets SET priority = 'high' WHERE id = $1`, [id]);
  const viewId = newId();
  await addView(viewId, 'open');
  const counting = world.app.get(ViewCountingService, { strict: false });
  const waiting = counting.begin(tenant.id, viewId);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const renewed = `UPDATE views SET filters = '{"status": ["new"]}', revision = 2 WHERE id = $1`;
  await world.sql(renewed, [viewId]);
  await writer.query('COMMIT');
  await writer.end();
  await waiting;
  const counted = 'SELECT counted FROM views WHERE id = $1';
  expect(await world.sql(counted, [viewId])).toEqual([{ counted: false }]);
  await counting.begin(tenant.id, viewId);
  expect(await world.sql(counted, [viewId])).toEqual([{ counted: true }]);
  await checkEveryCount();
}, 60_000);

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
