import { teamsEndpoints } from '@baton/contracts/teams/teams.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import type { Browser } from '../../../test/support/browser.js';
import {
  addOrganization,
  addPerson,
  eventsOf,
  type Organization,
  type Person,
  signIn,
} from '../../../test/support/people.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { rooms } from '../../platform/realtime/realtime.js';
import { RealtimeHub } from '../../platform/realtime/realtime-hub.js';

const { list, create, update } = teamsEndpoints;

describe('teams', () => {
  let app: TestApp;
  let acme: Organization;
  let admin: Browser;
  let one: Person;
  let two: Person;
  let teams = 0;

  const add = async (more: object = {}) =>
    (await admin.call(create, { body: { name: `Team ${++teams}`, memberIds: [one.id], ...more } })).body;
  const change = (id: string, body: object) => admin.outcome(update, { params: { id }, body });

  beforeAll(async () => {
    app = await startTestApp({ TRUST_PROXY: '1' });
    acme = await addOrganization(app, 'acme');
    admin = await signIn(app, await addPerson(app, acme, { role: 'admin' }));
    one = await addPerson(app, acme, { role: 'coordinator', name: 'One' });
    two = await addPerson(app, acme, { role: 'coordinator', name: 'Two' });
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => app.stop());

  it('are made, changed and listed with their members by name', async () => {
    const team = await add({ memberIds: [two.id, one.id], restricted: true });
    expect(team).toMatchObject({ mode: 'manual', restricted: true });
    expect(team.members.map(({ name }) => name)).toEqual(['One', 'Two']);
    expect(await change(team.id, { name: 'Network', memberIds: [two.id], restricted: false })).toBe(200);
    expect(await change(team.id, { name: 'Network' })).toBe(200);
    const { items } = (await admin.call(list)).body;
    expect(items.find(({ id }) => id === team.id)).toMatchObject({ name: 'Network', members: [{ id: two.id }] });
    expect(await eventsOf(app, team.id)).toEqual(['team.created', 'team.changed']);
    const coordinator = await signIn(app, one);
    expect((await coordinator.call(list)).body.items).toHaveLength(items.length);
    expect(await coordinator.outcome(create, { body: { name: 'Mine' } })).toBe('access.forbidden');
  });

  it('have names of their own', async () => {
    const team = await add({ name: 'Facilities' });
    expect(await admin.outcome(create, { body: { name: 'facilities' } })).toBe('team.name_taken');
    const other = await add();
    expect(await change(other.id, { name: 'FACILITIES' })).toBe('team.name_taken');
    expect(await change(team.id, { name: 'FACILITIES' })).toBe(200);
  });

  it('take active coordinators and admins of the organization only', async () => {
    const globex = await addOrganization(app, 'globex');
    const unfit = [
      await addPerson(app, acme),
      await addPerson(app, acme, { role: 'coordinator', status: 'suspended' }),
    ];
    const team = await add();
    const foreigner = await addPerson(app, globex, { role: 'coordinator' });
    expect(await change(team.id, { memberIds: [one.id, foreigner.id] })).toBe('resource.not_found');
    for (const { id } of unfit) {
      const body = { name: 'Unfit', memberIds: [id] };
      expect((await admin.call(create, { body })).error).toMatchObject({
        code: 'request.invalid',
        details: { memberIds: expect.any(Array) },
      });
      expect(await change(team.id, { memberIds: [one.id, id] })).toBe('request.invalid');
    }
    const stranger = await signIn(app, await addPerson(app, globex, { role: 'admin' }));
    expect(await stranger.outcome(update, { params: { id: team.id }, body: { name: 'Ours' } })).toBe(
      'resource.not_found',
    );
    expect((await stranger.call(list)).body.items).toEqual([]);
    expect(await eventsOf(app, team.id)).toEqual(['team.created']);
  });

  it('open their room to who comes and cut the sockets of who leaves or is shut out', async () => {
    const team = await add();
    const hub = app.app.get(RealtimeHub);
    const move = jest.spyOn(hub, 'move');
    const end = jest.spyOn(hub, 'end');
    await change(team.id, { memberIds: [one.id, two.id] });
    expect(move).toHaveBeenCalledWith(two.id, rooms.team(team.id), true);
    expect(end).not.toHaveBeenCalled();
    await change(team.id, { memberIds: [one.id] });
    expect(end.mock.calls).toEqual([[{ userId: two.id }, 'changed']]);
    end.mockClear();
    await change(team.id, { restricted: true });
    expect(end.mock.calls).toEqual([[{ userId: two.id }, 'changed']]);
    end.mockClear();
    const { id } = await addPerson(app, acme, { role: 'coordinator' });
    await admin.call(usersEndpoints.update, { params: { id }, body: { teamIds: [team.id] } });
    expect(end).not.toHaveBeenCalled();
    expect(move).toHaveBeenLastCalledWith(id, rooms.team(team.id), true);
    await admin.call(usersEndpoints.update, { params: { id }, body: { teamIds: [] } });
    expect(end.mock.calls).toEqual([[{ userId: id }, 'changed']]);
  });
});
