import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { QueryRunner } from 'typeorm';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { UnreadFrom1795400000001 } from '../../platform/database/migrations/1795400000001-unread-from.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const isUnread = async (person: Person, id: string) =>
  (await person.client.call(ticketsEndpoints.get, { params: { id } })).body.unread;

it('leaves what there was before anybody could read it here as it is, and tells of what comes after', async () => {
  const { employee, coordinator, insider } = world.acme;
  const ticketOf = () => world.build.ticket(employee, coordinator, { status: 'in_progress' });
  const seen = (id: string) => Promise.all([employee, coordinator, insider].map((person) => isUnread(person, id)));
  const old = await ticketOf();
  await world.build.message(insider, old.id, 'Long ago');
  expect(await seen(old.id)).toEqual([true, true, true]);
  const migration = new UnreadFrom1795400000001();
  const runner = { query: (text: string) => world.sql(text) } as unknown as QueryRunner;
  await migration.down(runner);
  await migration.up(runner);
  expect(await seen(old.id)).toEqual([false, false, false]);
  await coordinator.client.call(ticketsEndpoints.changeStatus, { params: { id: old.id }, body: { status: 'waiting' } });
  expect(await seen(old.id)).toEqual([false, false, false]);
  await world.build.message(coordinator, old.id, 'Still there?');
  expect(await seen(old.id)).toEqual([true, false, true]);
  expect(await seen((await ticketOf()).id)).toEqual([false, true, true]);
});
