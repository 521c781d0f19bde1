import type { UpdateWorkProfileDto } from '@baton/contracts/work-profiles/work-profiles.dto';
import { workProfilesEndpoints } from '@baton/contracts/work-profiles/work-profiles.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';

const { list, update, mine } = workProfilesEndpoints;

describe('working data', () => {
  let world: World;
  let person: Person;

  beforeAll(async () => {
    world = await startWorld();
    person = world.acme.coordinator;
  });
  afterAll(() => world.stop());

  const change = (body: object, userId = person.id) =>
    world.acme.admin.client.call(update, { params: { userId }, body: body as UpdateWorkProfileDto });

  it('is there for everybody on the desk from the beginning', async () => {
    const { items } = (await person.client.call(list)).body;
    const { admin, insider } = world.acme;
    expect(items.map(({ person: { id } }) => id)).toEqual([admin.id, person.id, insider.id]);
    expect(items[1]).toMatchObject({
      teamIds: [world.acme.teamId],
      skills: [],
      capacity: 6,
      active: 0,
      hours: null,
      absences: [],
      availability: 'offline',
      availabilitySource: 'presence',
      onShift: true,
      absent: false,
    });
    const promoted = await world.build.person(world.acme.tenant, 'employee');
    await world.sql(`UPDATE users SET role = 'coordinator' WHERE id = $1`, [promoted.id]);
    expect((await person.client.call(list)).body.items).toHaveLength(4);
  });

  it('is changed by admins, field by field, and leaves a trail', async () => {
    const windows = { mon: [['09:00', '17:00']], fri: [['22:00', '06:00']] };
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const absences = [
      { from: '2001-01-01', to: '2001-02-01' },
      { from: tomorrow, to: tomorrow },
    ];
    const { body } = await change({ capacity: 3, hours: { timeZone: 'Asia/Kathmandu', windows }, absences });
    expect(body).toMatchObject({
      capacity: 3,
      hours: { timeZone: 'Asia/Kathmandu', windows },
      absences: [{ from: tomorrow, to: tomorrow }],
    });
    expect((await change({ capacity: 4 })).body).toMatchObject({ capacity: 4, hours: { timeZone: 'Asia/Kathmandu' } });
    expect((await change({ hours: null })).body).toMatchObject({ capacity: 4, hours: null, onShift: true });
    expect((await change({})).status).toBe(200);
    const events = await world.sql<{ data: object }>(
      `SELECT data FROM events WHERE subject_id = $1 AND type = 'work_profile.changed' ORDER BY id`,
      [person.id],
    );
    expect(events).toHaveLength(3);
    expect(events[1]?.data).toEqual({ before: { capacity: 3 }, after: { capacity: 4 } });
    expect((await person.client.call(mine)).body.capacity).toBe(4);
    const params = { userId: person.id };
    expect((await person.client.call(update, { params, body: { capacity: 9 } })).error.code).toBe('access.forbidden');
  });

  it.each([
    [{ capacity: -1 }, 'capacity'],
    [{ capacity: 101 }, 'capacity'],
    [{ capacity: 2.5 }, 'capacity'],
    [{ hours: { timeZone: 'Mars/Olympus', windows: { mon: [['09:00', '17:00']] } } }, 'hours.timeZone'],
    [{ hours: { timeZone: 'UTC', windows: {} } }, 'hours.windows'],
    [{ hours: { timeZone: 'UTC', windows: { mon: [['09:00', '09:00']] } } }, 'hours.windows.mon[0]'],
    [{ hours: { timeZone: 'UTC', windows: { mon: [['09:00', '25:00']] } } }, 'hours.windows.mon[0]'],
    [{ hours: { timeZone: 'UTC', windows: { moonday: [['09:00', '17:00']] } } }, 'hours.windows.moonday'],
    [{ absences: [{ from: '2026-02-30', to: '2026-03-01' }] }, 'absences.0.from'],
    [{ absences: [{ from: '2026-03-02', to: '2026-03-01' }] }, 'absences.0.to'],
  ])('%j is refused, and the field named: %s', async (body, field) => {
    expect((await change(body)).error).toMatchObject({
      code: 'request.invalid',
      details: { [field]: expect.any(Array) },
    });
  });

  it('belongs to no employee and to nobody elsewhere', async () => {
    const { employee } = world.acme;
    expect((await change({ capacity: 1 }, employee.id)).error.code).toBe('resource.not_found');
    expect((await change({ capacity: 1 }, world.globex.coordinator.id)).error.code).toBe('resource.not_found');
    expect((await employee.client.call(mine)).error.code).toBe('access.forbidden');
  });

  it('counts the active work somebody holds, not what waits for its requester', async () => {
    const { employee } = world.acme;
    await world.build.ticket(employee, person, { status: 'in_progress' });
    await world.build.ticket(employee, person, { status: 'waiting' });
    await world.build.ticket(employee, person, { status: 'resolved' });
    expect((await person.client.call(mine)).body.active).toBe(1);
  });
});
