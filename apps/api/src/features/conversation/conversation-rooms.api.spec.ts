import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { Live, quiet, until } from '../../../test/support/live.js';
import { startWorld, type World } from '../../../test/support/world.js';

describe('who may no longer see a ticket they have open', () => {
  let world: World;
  const open: Live[] = [];

  beforeAll(async () => {
    world = await startWorld({ ROLE: 'web' });
  }, 30_000);
  afterEach(() => {
    for (const live of open.splice(0)) live.close();
  });
  afterAll(() => world.stop());

  async function viewing(person: Person, ticketId: string): Promise<Live> {
    const live = await Live.connect(world.url, person.token);
    open.push(live);
    expect(await live.join(ticketId)).toMatchObject({ ok: true });
    return live;
  }

  it('hears nothing more once it moved to a restricted team, while its members go on', async () => {
    const { employee, coordinator, insider, admin, restrictedTeamId, teamId } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator, { teamId });
    const outsider = await viewing(coordinator, id);
    const member = await viewing(insider, id);
    const asker = await viewing(employee, id);
    const body = { assigneeId: null, teamId: restrictedTeamId };
    expect((await coordinator.client.call(ticketsEndpoints.assign, { params: { id }, body })).status).toBe(200);
    await world.build.message(admin, id, 'For the members only', true);
    await world.build.message(insider, id, 'We look into it');
    await until(() => member.of('timeline.appended').length === 3);
    await until(() => asker.of('timeline.appended').length === 2);
    await quiet();
    expect(outsider.of('timeline.appended')).toEqual([]);
    const present = member
      .of('presence.changed')
      .at(-1)
      ?.people.map(({ userId }) => userId);
    expect(present?.sort()).toEqual([insider.id, employee.id].sort());
  });

  it('hears the public side only when nothing but that is left to see', async () => {
    const { coordinator, insider, restrictedTeamId, teamId } = world.acme;
    const { id } = await world.build.ticket(coordinator, insider, { teamId });
    const asker = await viewing(coordinator, id);
    const body = { assigneeId: null, teamId: restrictedTeamId };
    await insider.client.call(ticketsEndpoints.assign, { params: { id }, body });
    await world.build.message(insider, id, 'Between us', true);
    await world.build.message(insider, id, 'Hello');
    await until(() => asker.of('timeline.appended').some(({ entry }) => entry.message?.text === 'Hello'));
    expect(asker.of('timeline.appended').filter(({ entry }) => entry.kind === 'note')).toEqual([]);
  });

  it('is not there any more when leaving overtakes joining', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator);
    const asker = await viewing(employee, id);
    const passer = await Live.connect(world.url, coordinator.token);
    open.push(passer);
    const joining = passer.join(id);
    passer.socket.emit('ticket.leave', { ticketId: id });
    await joining;
    await quiet();
    expect(asker.of('presence.changed').at(-1)?.people).toMatchObject([{ userId: employee.id }]);
    await world.build.message(coordinator, id, 'Hello');
    await until(() => asker.of('timeline.appended').length === 1);
    expect(passer.of('timeline.appended')).toEqual([]);
  });

  it('hears nothing more when taken off the watchers', async () => {
    const { employee, stranger, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator);
    const params = { id };
    await coordinator.client.call(ticketsEndpoints.watch, { params, body: { userId: stranger.id } });
    const watcher = await viewing(stranger, id);
    await coordinator.client.call(ticketsEndpoints.unwatch, { params: { id, userId: stranger.id } });
    await world.build.message(coordinator, id, 'Hello');
    await quiet();
    expect(watcher.of('timeline.appended')).toEqual([]);
  });
});
