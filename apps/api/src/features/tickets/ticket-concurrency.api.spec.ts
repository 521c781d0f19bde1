import { ticketsEndpoints as endpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const eventsOf = (ticketId: string, type: string) =>
  world.sql<{ data: unknown }>('SELECT data FROM events WHERE ticket_id = $1 AND type = $2', [ticketId, type]);

it('lets one of 200 simultaneous claims win, and tells the others who', async () => {
  const { tenant, employee, coordinator } = world.acme;
  const crowd: Person[] = [];
  for (let n = 0; n < 20; n++) crowd.push(await world.build.person(tenant, 'coordinator'));
  const { id } = await world.build.ticket(employee, coordinator);
  const claims = Array.from({ length: 200 }, (_, n) => {
    const { client } = crowd[n % crowd.length] as Person;
    return client.call(endpoints.claim, { params: { id } });
  });
  const answers = await Promise.all(claims);
  const winners = answers.filter(({ status }) => status === 200);
  const losers = answers.filter(({ status }) => status === 409);
  expect([winners.length, losers.length]).toEqual([1, 199]);
  const holder = winners[0]?.body.assignee;
  for (const { error } of losers) {
    expect(error.code).toBe('ticket.already_claimed');
    expect(error.details).toEqual({ by: { id: holder?.id, name: holder?.name } });
  }
  expect(await eventsOf(id, 'ticket.assigned')).toHaveLength(1);
  expect(await eventsOf(id, 'ticket.status_changed')).toHaveLength(1);
});

describe('Idempotency-Key', () => {
  const create = (person: Person, key: string, subject: string) =>
    person.client.call(endpoints.create, {
      body: { subject, description: 'Once' },
      headers: { 'idempotency-key': key },
    });
  const countOf = async (subject: string) =>
    Number(
      (await world.sql<{ count: string }>('SELECT count(*) FROM tickets WHERE subject = $1', [subject]))[0]?.count,
    );

  it('makes one ticket of 50 parallel creates, all with the same answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => create(world.acme.employee, 'fifty', 'Only one of me')),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await countOf('Only one of me')).toBe(1);
  });

  it('refuses another body under a used key', async () => {
    await create(world.acme.employee, 'used', 'First');
    const answer = await create(world.acme.employee, 'used', 'Second');
    expect([answer.status, answer.error.code]).toEqual([422, 'idempotency.key_reused']);
    expect(await countOf('Second')).toBe(0);
  });

  it('belongs to its sender: the same key of somebody else is another one', async () => {
    const mine = await create(world.acme.employee, 'shared', 'Mine');
    const theirs = await create(world.acme.stranger, 'shared', 'Theirs');
    const elsewhere = await create(world.globex.employee, 'shared', 'Elsewhere');
    expect(new Set([mine.body.id, theirs.body.id, elsewhere.body.id]).size).toBe(3);
  });

  it('is not used up by a refusal', async () => {
    const refused = await create(world.acme.employee, 'retry', 'x');
    expect(refused.status).toBe(400);
    expect((await create(world.acme.employee, 'retry', 'Long enough')).status).toBe(201);
  });

  it.each(['', ' ', 'ä', 'x'.repeat(201)])('is refused as %j', async (key) => {
    const answer = await world.acme.employee.client.raw('POST', '/api/tickets', {
      body: { subject: 'Never', description: 'made' },
      headers: { 'idempotency-key': encodeURIComponent(key) === key ? key : Buffer.from(key).toString('latin1') },
    });
    expect(answer.status).toBe(400);
    expect(await countOf('Never')).toBe(0);
  });
});

describe('stale edits', () => {
  const edit = (person: Person, id: string, body: Record<string, unknown>, headers?: Record<string, string>) =>
    person.client.call(endpoints.update, { params: { id }, body, headers });

  it('of the same field are refused with both values; of different fields they merge', async () => {
    const { employee, coordinator, insider } = world.acme;
    const { id, version } = await world.build.ticket(employee, coordinator);
    const first = await edit(coordinator, id, { version, subject: 'From Cora' });
    expect(first.body.version).toBe(version + 1);
    const stale = await edit(insider, id, { version, subject: 'From Ines', priority: 'urgent' });
    expect(stale.status).toBe(409);
    expect(stale.error).toMatchObject({
      code: 'ticket.stale',
      details: { subject: { yours: 'From Ines', theirs: 'From Cora' } },
    });
    const merged = await edit(insider, id, { version, priority: 'urgent' });
    expect(merged.body).toMatchObject({ subject: 'From Cora', priority: 'urgent' });
  });

  it('are recognized by If-Match as well', async () => {
    const { employee, coordinator } = world.acme;
    const { id, version } = await world.build.ticket(employee, coordinator);
    await edit(employee, id, { description: 'Newer' });
    const stale = await edit(coordinator, id, { description: 'Older' }, { 'if-match': `"${version}"` });
    expect(stale.error).toMatchObject({
      code: 'ticket.stale',
      details: { description: { yours: '<p>Older</p>', theirs: '<p>Newer</p>' } },
    });
    expect((await edit(coordinator, id, { description: 'Fresh' }, { 'if-match': `"${version + 1}"` })).status).toBe(
      200,
    );
    // Bare, as many clients send it; and what cannot be a version is never taken for "whichever".
    expect((await edit(coordinator, id, { description: 'Bare' }, { 'if-match': `${version}` })).status).toBe(409);
    const unreadable = await edit(coordinator, id, { description: 'Any' }, { 'if-match': '"abc"' });
    expect(unreadable.error).toMatchObject({ code: 'request.invalid', details: { 'if-match': expect.anything() } });
    expect((await edit(coordinator, id, { description: 'Any' }, { 'if-match': '*' })).status).toBe(200);
  });

  it('that race write one version after the other and lose none', async () => {
    const { employee, coordinator } = world.acme;
    const { id, version } = await world.build.ticket(employee, coordinator);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => edit(coordinator, id, { version, subject: `Race ${n}` })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
    expect(await eventsOf(id, 'ticket.edited')).toHaveLength(1);
  });
});
