import { changesEndpoints } from '@baton/contracts/changes/changes.endpoints';
import { relationsEndpoints } from '@baton/contracts/relations/relations.endpoints';
import { Live, quiet, until } from '../../../test/support/live.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const told = (live: Live, ticketId: string) =>
  live
    .of('timeline.appended')
    .filter((event) => event.ticketId === ticketId)
    .map(({ entry }) => entry.message?.text ?? entry.type);

it('merges and un-merges are heard at once, in order, by whoever may hear them and nobody else', async () => {
  const { employee, stranger, coordinator } = world.acme;
  const a = await world.build.ticket(employee, coordinator);
  const b = await world.build.ticket(stranger, coordinator);
  await world.build.message(employee, a.id, 'of a');
  await world.build.message(coordinator, a.id, 'a note of a', true);
  const mine = await Live.connect(world.url, employee.token);
  const theirs = await Live.connect(world.url, stranger.token);
  const desk = await Live.connect(world.url, coordinator.token);
  const { client } = coordinator;
  expect((await mine.join(a.id)).ok).toBe(true);
  expect((await mine.join(b.id)).ok).toBe(false);
  expect((await theirs.join(b.id)).ok).toBe(true);
  expect((await desk.join(b.id)).ok).toBe(true);

  await client.call(relationsEndpoints.merge, { params: { id: a.id }, body: { intoId: b.id } });
  await until(() => told(desk, b.id).length === 4 && told(theirs, b.id).length === 3 && told(mine, a.id).length === 2);
  expect(told(desk, b.id)).toEqual(['ticket.merged', 'ticket.watcher_added', 'of a', 'a note of a']);
  expect(told(theirs, b.id)).toEqual(['ticket.merged', 'ticket.watcher_added', 'of a']);
  expect(told(mine, a.id)).toEqual(['ticket.merged', 'ticket.status_changed']);
  // Pushed to several readers at once, not all of whom may see the other ticket: it names none.
  expect(mine.of('timeline.appended')[0]?.entry.data).toEqual({ into: null });

  // Joined now: hears of the ticket in lists, and may open it.
  await until(() => mine.of('ticket.changed').some(({ ticketId }) => ticketId === b.id));
  expect((await mine.join(b.id)).ok).toBe(true);
  await world.build.message(stranger, b.id, 'while merged');
  await until(() => told(mine, b.id).includes('while merged'));

  const changes = (after?: string) => employee.client.call(changesEndpoints.list, { query: after ? { after } : {} });
  const { cursor } = (await changes()).body;
  await client.call(relationsEndpoints.unmerge, { params: { id: a.id } });
  await until(() => told(desk, b.id).at(-1) === 'ticket.watcher_removed');
  await world.build.message(stranger, b.id, 'no longer for a');
  await until(() => told(theirs, b.id).includes('no longer for a'));
  await quiet();
  expect(told(mine, b.id)).not.toContain('no longer for a');
  expect((await mine.join(b.id)).ok).toBe(false);
  // And who slept through it learns the same.
  expect((await changes(cursor)).body.items).toContainEqual({ ticketId: b.id, version: 0, kind: 'removed' });
  for (const live of [mine, theirs, desk]) live.close();
});
