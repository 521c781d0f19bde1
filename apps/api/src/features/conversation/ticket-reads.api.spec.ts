import { conversationEndpoints as endpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { Live, until } from '../../../test/support/live.js';
import { mergingIn } from '../../../test/support/merging.js';
import { randomly } from '../../../test/support/random-history.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const { merge } = mergingIn(() => world);
const ticket = () => world.build.ticket(world.acme.employee, world.acme.coordinator, { status: 'in_progress' });
const read = async (person: Person, id: string, seq: number) =>
  (await person.client.call(endpoints.read, { params: { id }, body: { seq } })).body.seq;
const look = async (person: Person, id: string) =>
  (await person.client.call(ticketsEndpoints.get, { params: { id } })).body;
const readAll = async (person: Person, id: string) => read(person, id, (await look(person, id)).lastSeq);
/** As the list says it, and the ticket the same. */
async function isUnread(person: Person, id: string): Promise<boolean> {
  const { items } = (await person.client.call(ticketsEndpoints.list, { query: { ids: id } })).body;
  const { unread } = await look(person, id);
  expect(items.map((item) => [item.id, item.unread])).toEqual([[id, unread]]);
  return unread;
}

it('begins with what somebody else handed in', async () => {
  const { employee, coordinator } = world.acme;
  const { id } = await world.build.ticket(employee, coordinator);
  expect([await isUnread(employee, id), await isUnread(coordinator, id)]).toEqual([false, true]);
  await readAll(coordinator, id);
  expect(await isUnread(coordinator, id)).toBe(false);
});

it('tells of messages of others, not of own ones, not of what else happens', async () => {
  const { employee, coordinator, insider } = world.acme;
  const { id } = await ticket();
  for (const person of [employee, coordinator, insider]) await readAll(person, id);
  await world.build.message(coordinator, id, 'Have you tried?');
  const seen = async () => [await isUnread(employee, id), await isUnread(coordinator, id), await isUnread(insider, id)];
  expect(await seen()).toEqual([true, false, true]);
  for (const person of [employee, insider]) await readAll(person, id);
  await coordinator.client.call(ticketsEndpoints.changeStatus, { params: { id }, body: { status: 'waiting' } });
  expect(await seen()).toEqual([false, false, false]);
});

it('tells employees nothing of notes', async () => {
  const { employee, coordinator, insider } = world.acme;
  const { id } = await ticket();
  for (const person of [employee, coordinator, insider]) await readAll(person, id);
  await world.build.message(coordinator, id, 'Between us', true);
  expect([await isUnread(employee, id), await isUnread(insider, id)]).toEqual([false, true]);
  const before = await look(employee, id);
  expect(before.lastReadSeq).toBe(before.lastSeq);
});

it('never moves back, and never further than there is something', async () => {
  const { employee, coordinator } = world.acme;
  const { id, lastSeq } = await ticket();
  expect(await read(employee, id, 2_000_000_000)).toBe(lastSeq);
  expect(await read(employee, id, 1)).toBe(lastSeq);
  expect(await read(employee, id, 0)).toBe(lastSeq);
  expect(await read(coordinator, id, 0)).toBe(0);
  await Promise.all([3, 1, 2, lastSeq, 2].map((seq) => read(coordinator, id, seq)));
  expect((await look(coordinator, id)).lastReadSeq).toBe(lastSeq);
});

it('counts what a merge brings by who wrote it, and nothing where it was taken from', async () => {
  const { employee, coordinator, insider } = world.acme;
  const people = [employee, coordinator, insider];
  const [a, b] = [await ticket(), await ticket()];
  for (const { id } of [a, b]) for (const person of people) await readAll(person, id);
  await world.build.message(insider, a.id, 'Mine, wherever it goes');
  await merge(a.id, b.id);
  const seen = (id: string) => Promise.all(people.map((person) => isUnread(person, id)));
  expect(await seen(a.id)).toEqual([false, false, false]);
  expect(await seen(b.id)).toEqual([true, true, false]);
});

it("counts in each reader's own numbers, also when the reader changes sides", async () => {
  const { employee, coordinator, insider, restrictedTeamId: teamId } = world.acme;
  const { id } = await world.build.ticket(coordinator, insider);
  await world.build.message(insider, id, 'A note', true);
  await world.build.message(insider, id, 'A reply');
  expect(await read(coordinator, id, 3)).toBe(3);
  await insider.client.call(ticketsEndpoints.assign, { params: { id }, body: { teamId } });
  expect(await look(coordinator, id)).toMatchObject({ lastReadSeq: 2, unread: false });
  await world.build.message(insider, id, 'Another note', true);
  expect(await isUnread(coordinator, id)).toBe(false);
  await world.build.message(insider, id, 'Another reply');
  expect(await isUnread(coordinator, id)).toBe(true);
  expect(await read(coordinator, id, 4)).toBe(4);
  expect((await look(insider, id)).lastReadSeq).toBe(0);
  expect((await employee.client.call(endpoints.read, { params: { id }, body: { seq: 1 } })).status).toBe(404);
});

it('is heard in the reader’s other tabs', async () => {
  const { employee, coordinator } = world.acme;
  const { id } = await ticket();
  const [tab, colleague] = [
    await Live.connect(world.url, employee.token),
    await Live.connect(world.url, coordinator.token),
  ];
  await read(employee, id, 2);
  await until(() => tab.of('ticket.read').length > 0);
  expect(tab.of('ticket.read')).toEqual([{ ticketId: id, seq: 2 }]);
  expect(colleague.of('ticket.read')).toEqual([]);
  tab.close();
  colleague.close();
});

it('is what counting through the timeline says, after any history', async () => {
  const { employee, coordinator, insider, admin } = world.acme;
  const people = [employee, coordinator, insider, admin];
  const { below, oneOf } = randomly(20_261_121);
  const { id } = await ticket();
  const wasRead = new Map<Person, number>();
  for (let step = 0; step < 60; step++) {
    const person = oneOf(people);
    if (below(3) > 0) await world.build.message(person, id, `Step ${step}`, person !== employee && below(2) === 0);
    else wasRead.set(person, await read(person, id, below((await look(person, id)).lastSeq + 1)));
    for (const reader of people) {
      const { items } = (await reader.client.call(endpoints.timeline, { params: { id }, query: { limit: 100 } })).body;
      const after = wasRead.get(reader) || null;
      const isNew = items.some(({ seq, message }) => message && seq > (after ?? 0) && message.author.id !== reader.id);
      const expected = after === null && reader !== employee ? true : isNew;
      expect({ step, reader: reader.name, unread: (await look(reader, id)).unread }).toEqual({
        step,
        reader: reader.name,
        unread: expected,
      });
    }
  }
});
