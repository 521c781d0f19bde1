import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { queueEndpoints } from '@baton/contracts/queue/queue.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { Live, quiet, until } from '../../../test/support/live.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
const open: Live[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterEach(() => {
  for (const live of open.splice(0)) live.close();
});
afterAll(() => world.stop());

async function connect(person: Person, options = {}): Promise<Live> {
  const live = await Live.connect(world.url, person.token, options);
  open.push(live);
  return live;
}
async function joined(person: Person, ticketId: string, options = {}): Promise<Live> {
  const live = await connect(person, options);
  expect(await live.join(ticketId)).toMatchObject({ ok: true });
  return live;
}
const ticket = () => world.build.ticket(world.acme.employee, world.acme.coordinator, { status: 'in_progress' });

describe('the handshake', () => {
  it.each([[undefined], [null], ['nonsense'], [42], [{}], ['a.b.c']])('refuses the token %j', async (token) => {
    await expect(Live.connect(world.url, token)).rejects.toThrow('access.unauthenticated');
  });

  it.each(['https://evil.test', 'null', 'http://127.0.0.1.evil.test'])('refuses the origin %s', async (origin) => {
    const foreign = { extraHeaders: { origin } };
    for (const transports of [['websocket'], ['polling']])
      await expect(Live.connect(world.url, world.acme.employee.token, { ...foreign, transports })).rejects.toThrow();
  });

  it("accepts the product's own origin", async () => {
    const live = await connect(world.acme.employee, { extraHeaders: { origin: world.url } });
    expect(live.socket.connected).toBe(true);
  });
});

describe('joining', () => {
  it('is refused where the ticket cannot be seen, the same as for a missing one', async () => {
    const { id } = await ticket();
    const { id: secret } = await world.build.ticket(world.acme.employee, world.acme.insider, {
      teamId: world.acme.restrictedTeamId,
    });
    const refusal = { ok: false, code: 'resource.not_found' };
    expect(await (await connect(world.acme.stranger)).join(id)).toEqual(refusal);
    expect(await (await connect(world.globex.admin)).join(id)).toEqual(refusal);
    expect(await (await connect(world.acme.coordinator)).join(secret)).toEqual(refusal);
    expect(await (await connect(world.acme.admin)).join('00000000-0000-7000-8000-000000000000')).toEqual(refusal);
  });

  it.each([[undefined], [null], [7], ['x'], [{ id: 1 }], ['ticket:*']])('is refused for %j', async (ticketId) => {
    expect(await (await connect(world.acme.admin)).join(ticketId)).toEqual({ ok: false, code: 'request.invalid' });
  });

  it('says where the reader stands, in their own numbering', async () => {
    const { employee, coordinator } = world.acme;
    const { id, lastSeq } = await ticket();
    await world.build.message(coordinator, id, 'A note', true);
    expect(await (await connect(coordinator)).join(id)).toEqual({ ok: true, seq: lastSeq + 1 });
    expect(await (await connect(employee)).join(id)).toEqual({ ok: true, seq: lastSeq });
  });
});

describe('the live timeline', () => {
  it('arrives in order and without a hole on both sides, notes on one', async () => {
    const { employee, coordinator, insider } = world.acme;
    const { id, lastSeq } = await ticket();
    const outside = await joined(employee, id);
    const inside = await joined(coordinator, id);
    await Promise.all(
      Array.from({ length: 24 }, (_, n) => world.build.message(insider, id, `Message ${n}`, n % 3 === 0)),
    );
    await until(() => inside.of('timeline.appended').length >= 24 && outside.of('timeline.appended').length >= 16);
    await quiet();
    const seqs = (live: Live) => live.of('timeline.appended').map(({ seq }) => seq);
    expect(seqs(inside)).toEqual(Array.from({ length: 24 }, (_, n) => lastSeq + 1 + n));
    expect(seqs(outside)).toEqual(Array.from({ length: 16 }, (_, n) => lastSeq + 1 + n));
    expect(JSON.stringify(outside.heard)).not.toMatch(/"note|internal":true/);
  });

  it('is silent about notes where employees listen, the news of lists included', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await ticket();
    const outside = await joined(employee, id);
    const inside = await joined(coordinator, id);
    await quiet();
    const before = outside.heard.length;
    await world.build.message(coordinator, id, 'Between us', true);
    await until(() => inside.of('timeline.appended').length === 1 && inside.of('ticket.changed').length === 1);
    await quiet();
    expect(outside.heard.slice(before)).toEqual([]);
  });

  it('and catching up after a break together give the whole', async () => {
    const { employee, coordinator } = world.acme;
    const { id, lastSeq } = await ticket();
    const first = await joined(employee, id);
    await world.build.message(coordinator, id, 'Heard');
    await until(() => first.of('timeline.appended').length === 1);
    first.close();
    await world.build.message(coordinator, id, 'Missed');
    const second = await joined(employee, id);
    await world.build.message(coordinator, id, 'Heard again');
    await until(() => second.of('timeline.appended').length === 1);
    const query = { after: lastSeq + 1 };
    const { body } = await employee.client.call(conversationEndpoints.timeline, { params: { id }, query });
    expect(body.items.map(({ message }) => message?.text)).toEqual(['Missed', 'Heard again']);
    const [, entry] = body.items;
    // Several people hear the same: what each may do with the message is for each to know.
    const message = { ...entry?.message, can: null };
    expect(second.of('timeline.appended')[0]?.entry).toEqual({ ...entry, message });
  });

  it('works over polling', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await ticket();
    const live = await joined(employee, id, { transports: ['polling'], upgrade: false });
    await world.build.message(coordinator, id, 'By and by');
    await until(() => live.of('timeline.appended').length === 1);
  });

  it('tells lists of changes: its people and the desk, nobody else', async () => {
    const { employee, stranger, coordinator, insider, restrictedTeamId: teamId } = world.acme;
    const { id } = await world.build.ticket(employee, insider, { teamId });
    const hears = [await connect(employee), await connect(insider), await connect(world.acme.admin)];
    const deaf = [await connect(coordinator), await connect(stranger), await connect(world.globex.admin)];
    await insider.client.call(ticketsEndpoints.claim, { params: { id } });
    await until(() => hears.every((live) => live.of('ticket.changed').length > 0));
    await quiet();
    // Who is there is for the whole desk.
    const heard = deaf.map((live) => live.heard.filter(({ name }) => name !== 'availability.changed'));
    expect(heard).toEqual([[], [], []]);
  });
});

describe('presence and typing', () => {
  const namesOf = (live: Live) =>
    live
      .of('presence.changed')
      .at(-1)
      ?.people.map(({ name, state }) => `${name} ${state}`);

  it('shows who looks and who writes, and forgets who vanished', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await ticket();
    const outside = await joined(employee, id);
    const inside = await joined(coordinator, id);
    await until(() => namesOf(outside)?.length === 2);
    inside.socket.emit('ticket.typing', { ticketId: id });
    await until(() => namesOf(outside)?.includes(`${coordinator.name} editing`) ?? false);
    expect(outside.of('ticket.typing')).toEqual([
      { ticketId: id, userId: coordinator.id, name: coordinator.name, internal: false },
    ]);
    // The line goes dead without a word: nothing is read any more, so no ping is answered.
    const { transport } = inside.socket.io.engine as unknown as { transport: { ws: { pause(): void } } };
    transport.ws.pause();
    await until(() => namesOf(outside)?.length === 1, 10_000);
  });

  it('never lets the outside know that a note is being written', async () => {
    const { employee, coordinator, insider } = world.acme;
    const { id } = await ticket();
    const outside = await joined(employee, id);
    const colleague = await joined(insider, id);
    const writer = await joined(coordinator, id);
    await until(() => namesOf(outside)?.length === 3);
    writer.socket.emit('ticket.typing', { ticketId: id, internal: true });
    await until(() => namesOf(colleague)?.includes(`${coordinator.name} editing`) ?? false);
    await quiet();
    expect(colleague.of('ticket.typing')).toHaveLength(1);
    expect(outside.of('ticket.typing')).toEqual([]);
    expect(namesOf(outside)).toContain(`${coordinator.name} viewing`);
  });

  it('takes no typing from whoever has not joined, nor notes from employees', async () => {
    const { employee, stranger, coordinator } = world.acme;
    const { id } = await ticket();
    const inside = await joined(coordinator, id);
    const outside = await joined(employee, id);
    const intruder = await connect(stranger);
    intruder.socket.emit('ticket.typing', { ticketId: id });
    outside.socket.emit('ticket.typing', { ticketId: id, internal: true });
    await quiet();
    expect(inside.of('ticket.typing')).toEqual([]);
  });
});

describe('a connection ends', () => {
  it('within a second of suspension, like every request', async () => {
    const { tenant, admin, coordinator } = world.acme;
    const leaver = await world.build.person(tenant, 'employee');
    const { id } = await world.build.ticket(leaver, coordinator);
    const live = await joined(leaver, id);
    expect((await leaver.client.call(ticketsEndpoints.get, { params: { id } })).status).toBe(200);
    const started = Date.now();
    await admin.client.call(usersEndpoints.suspend, { params: { id: leaver.id } });
    await until(() => live.ended !== null, 1000);
    expect(live.of('session.ended')).toEqual([{ reason: 'suspended' }]);
    const { status } = await leaver.client.call(ticketsEndpoints.get, { params: { id } });
    expect([status, Date.now() - started < 1000]).toEqual([401, true]);
    await expect(Live.connect(world.url, leaver.token)).rejects.toThrow('access.unauthenticated');
  });

  it('when the role changes, and the old rights with it', async () => {
    const { tenant, admin } = world.acme;
    const climber = await world.build.person(tenant, 'coordinator');
    const live = await connect(climber);
    await admin.client.call(usersEndpoints.update, { params: { id: climber.id }, body: { role: 'employee' } });
    await until(() => live.ended !== null, 1000);
    expect((await climber.client.call(queueEndpoints.views)).status).toBe(403);
  });

  it('when it floods', async () => {
    const { id } = await ticket();
    const flood = await joined(world.acme.employee, id);
    const calm = await joined(world.acme.coordinator, id);
    for (let n = 0; n < 2000; n++) flood.socket.emit('ticket.typing', { ticketId: id });
    await until(() => flood.ended !== null);
    expect(calm.socket.connected).toBe(true);
  });

  it('when a message is far too long', async () => {
    const live = await connect(world.acme.employee);
    live.socket.emit('ticket.join', { ticketId: 'x'.repeat(100_000) }, () => undefined);
    await until(() => live.ended !== null);
  });

  it('for the team: leaving a restricted one ends its news', async () => {
    const { insider, employee, admin, restrictedTeamId: teamId } = world.acme;
    const { id } = await world.build.ticket(employee, insider, { teamId });
    const live = await joined(insider, id);
    await admin.client.call(usersEndpoints.update, { params: { id: insider.id }, body: { teamIds: [] } });
    await quiet();
    const before = live.heard.length;
    await world.build.message(employee, id, 'Not for Ines any more');
    await quiet();
    expect(live.heard.slice(before)).toEqual([]);
  });
});
