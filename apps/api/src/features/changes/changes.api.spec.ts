import { setTimeout as sleep } from 'node:timers/promises';
import { changesEndpoints } from '@baton/contracts/changes/changes.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import pg from 'pg';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { newId } from '../../platform/database/new-id.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const ask = async ({ client }: Person, after?: string, limit?: number) => {
  const { body } = await client.call(changesEndpoints.list, {
    query: { ...(after ? { after } : {}), ...(limit ? { limit } : {}) },
  });
  return body;
};

/** Behind what is told again, because somebody on this database cluster, be it another spec, has written for so long. */
async function settled(person: Person, after?: string): Promise<string> {
  for (let cursor = after ?? (await ask(person)).cursor; ; await sleep(20)) {
    const page = await ask(person, cursor);
    if (page.items.length === 0) return page.cursor;
    cursor = page.cursor;
  }
}
const now = (person: Person) => settled(person);

/** Everything since, page by page. */
async function all(person: Person, after: string, limit?: number) {
  const kinds = new Map<string, string>();
  for (let cursor = after; ; ) {
    const page = await ask(person, cursor, limit);
    for (const { ticketId, kind } of page.items) kinds.set(ticketId, kind);
    cursor = page.cursor;
    if (!page.hasMore) return { kinds: Object.fromEntries(kinds), cursor };
  }
}

it('tells each reader what changed of what they see, and nothing twice once it is settled', async () => {
  const { admin, coordinator, insider, employee, stranger, restrictedTeamId } = world.acme;
  const people = [admin, coordinator, insider, employee, stranger, world.globex.admin];
  const starts = await Promise.all(people.map(now));
  const open = await world.build.ticket(employee, coordinator);
  const secret = await world.build.ticket(stranger, insider, { teamId: restrictedTeamId });
  const seen = await Promise.all(people.map((person, index) => all(person, starts[index] as string)));
  const both = { [open.id]: 'changed', [secret.id]: 'changed' };
  const only = (id: string) => ({ [id]: 'changed' });
  // The coordinator saw the secret ticket until it was moved.
  const removed = { [open.id]: 'changed', [secret.id]: 'removed' };
  expect(seen.map(({ kinds }) => kinds)).toEqual([both, removed, both, only(open.id), only(secret.id), {}]);
  await Promise.all(people.map((person, index) => settled(person, seen[index]?.cursor)));
});

it('tells an employee nothing of notes, not even that there are any', async () => {
  const { coordinator, employee } = world.acme;
  const { id } = await world.build.ticket(employee, coordinator);
  const [theirs, ours] = [await now(employee), await now(coordinator)];
  await world.build.message(coordinator, id, 'Between us', true);
  expect((await all(employee, theirs)).kinds).toEqual({});
  expect((await all(coordinator, ours)).kinds).toEqual({ [id]: 'changed' });
});

it('tells a former watcher that the ticket is gone', async () => {
  const { coordinator, employee, stranger } = world.acme;
  const { id } = await world.build.ticket(employee, coordinator);
  await coordinator.client.call(ticketsEndpoints.watch, { params: { id }, body: { userId: stranger.id } });
  const start = await now(stranger);
  await coordinator.client.call(ticketsEndpoints.unwatch, { params: { id, userId: stranger.id } });
  expect((await all(stranger, start)).kinds).toEqual({ [id]: 'removed' });
});

it('goes on page by page, however small', async () => {
  const { admin, coordinator, employee } = world.acme;
  const start = await now(admin);
  const ids: string[] = [];
  for (let made = 0; made < 4; made++)
    ids.push((await world.build.ticket(employee, coordinator, { status: 'waiting' })).id);
  const { kinds } = await all(admin, start, 1);
  expect(Object.keys(kinds).sort()).toEqual(ids.sort());
});

const EVENT = `INSERT INTO events (tenant_id, id, type, occurred_at, subject_id, ticket_id, seq, public_seq, data)
  SELECT tenant_id, $3, 'ticket.touched', now(), id, id, $4, $4, '{}' FROM tickets WHERE tenant_id = $1 AND id = $2`;

/** A connection of the application's that writes events when and as long as it likes. */
async function writer() {
  const client = new pg.Client({ connectionString: world.appUrl });
  await client.connect();
  const begin = () => client.query(`BEGIN; SELECT set_config('app.tenant_id', '${world.acme.tenant.id}', true)`);
  const touch = (ticketId: string, seq: number) => client.query(EVENT, [world.acme.tenant.id, ticketId, newId(), seq]);
  return { client, begin, touch };
}

it('skips nothing that an old transaction commits late', async () => {
  const { admin, coordinator, employee } = world.acme;
  const [early, late] = [
    await world.build.ticket(employee, coordinator),
    await world.build.ticket(employee, coordinator),
  ];
  const start = await now(admin);
  const slow = await writer();
  await slow.begin();
  await slow.touch(late.id, 1000);
  await world.build.message(coordinator, early.id, 'Overtaking');
  const first = await all(admin, start);
  // What is there is told at once; nobody waits for the old transaction.
  expect(first.kinds).toEqual({ [early.id]: 'changed' });
  await slow.client.query('COMMIT');
  await slow.client.end();
  expect((await all(admin, first.cursor)).kinds).toMatchObject({ [late.id]: 'changed' });
});

it('skips nothing of many writers at once', async () => {
  const { admin, coordinator, employee } = world.acme;
  const tickets = await Promise.all(Array.from({ length: 6 }, () => world.build.ticket(employee, coordinator)));
  let cursor = await now(admin);
  const told: Record<string, number> = {};
  let over = false;
  const listening = (async () => {
    for (let more = true; more || !over; ) {
      const page = await ask(admin, cursor, 7);
      for (const { ticketId } of page.items) told[ticketId] = (told[ticketId] ?? 0) + 1;
      ({ cursor, hasMore: more } = page);
    }
  })();
  const late: string[] = [];
  await Promise.all(
    tickets.map(async ({ id }, index) => {
      const { client, begin, touch } = await writer();
      for (let round = 0; round < 15; round++) {
        await begin();
        await touch(id, 2000 + round);
        await client.query('SELECT pg_sleep($1)', [((round * 7 + index * 3) % 5) / 200]);
        await client.query('COMMIT');
      }
      late.push(id);
      await client.end();
    }),
  );
  over = true;
  await listening;
  const rest = await all(admin, cursor);
  const heard = new Set([...Object.keys(told), ...Object.keys(rest.kinds)]);
  expect(late.filter((id) => !heard.has(id))).toEqual([]);
});

it('goes on after a restore, which begins to count transactions anew', async () => {
  const { admin, coordinator, employee } = world.acme;
  const { id } = await world.build.ticket(employee, coordinator);
  const start = await now(admin);
  await world.sql(
    `INSERT INTO events (tenant_id, id, type, occurred_at, subject_id, ticket_id, seq, public_seq, data, xid)
     SELECT tenant_id, $2, 'ticket.touched', now(), id, id, 3000, 3000, '{}', '900000000000' FROM tickets WHERE id = $1`,
    [id, newId()],
  );
  expect((await all(admin, start)).kinds).toEqual({});
  const before = Buffer.from('["900000000000",null,null]').toString('base64url');
  expect((await admin.client.raw('GET', `/api/changes?after=${before}`)).status).toBe(400);
});

it('refuses cursors that are none', async () => {
  const { client } = world.acme.admin;
  for (const after of [
    'x',
    Buffer.from('["1"]').toString('base64url'),
    Buffer.from('["-1",null,null]').toString('base64url'),
  ]) {
    const { status } = await client.raw('GET', `/api/changes?after=${after}`);
    expect(status).toBe(400);
  }
});
