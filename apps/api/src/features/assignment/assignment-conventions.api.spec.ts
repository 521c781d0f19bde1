import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { workProfilesEndpoints } from '@baton/contracts/work-profiles/work-profiles.endpoints';
import { Desk } from '../../../test/support/desk.js';
import { Build } from '../../../test/support/factories.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
let build: Build;
beforeAll(async () => {
  app = await startTestApp();
  build = new Build(app);
});
afterAll(() => app.stop());

/** What other systems rely on: names and shapes that do not change. */
describe('the conventions', () => {
  it('say in brief who was considered, and what keeps a ticket waiting', async () => {
    const desk = await Desk.open(app, build, 2);
    const [one, two] = desk.people as typeof desk.people;
    const raw = async (id: string) => (await desk.admin.client.raw('GET', `/api/tickets/${id}/assignment`)).body;
    await desk.is(two!, 'away');
    const given = await desk.ask();
    expect(await raw(given.id)).toMatchObject({
      state: 'assigned',
      assigneeId: one!.id,
      reason: null,
      decision: {
        mode: 'best_match',
        decidedAt: expect.any(String),
        candidates: [
          { userId: one!.id, eligible: true, cost: expect.any(Number), terms: { handling: expect.any(Number) } },
          { userId: two!.id, eligible: false, rejectedBecause: 'not_available' },
        ],
      },
    });
    await desk.is(one!, 'away');
    const waits = await desk.ask();
    expect(await raw(waits.id)).toMatchObject({ state: 'waiting', assigneeId: null, reason: 'nobody_available' });
    await desk.hands('manual');
    await app.jobsDone();
    expect(await raw(waits.id)).toMatchObject({ state: 'waiting', reason: 'manual_mode' });
  });

  it('take what somebody can do where everything else about them is changed', async () => {
    const desk = await Desk.open(app, build, 1, 'manual');
    const [{ id }] = desk.people as [(typeof desk.people)[0]];
    const skillId = await desk.skill('Printers');
    const workingHours = { timeZone: 'Europe/Berlin', windows: { mon: [['09:00', '17:00']] } };
    const change = (person: string, body: object) =>
      desk.admin.client.call(usersEndpoints.update, { params: { id: person }, body });
    const work = { skills: [{ skillId, level: 4 }], capacity: 3, workingHours };
    expect((await change(id, work)).status).toBe(200);
    const profile = async (person: string) =>
      (await desk.admin.client.call(workProfilesEndpoints.list)).body.items.find((each) => each.person.id === person);
    expect(await profile(id)).toMatchObject({ skills: [{ skillId, level: 4 }], capacity: 3, hours: workingHours });
    expect((await change(desk.employee.id, { capacity: 3 })).error).toMatchObject({
      code: 'request.invalid',
      details: { capacity: expect.any(Array) },
    });
    expect((await change(desk.employee.id, { role: 'coordinator', teamIds: [desk.teamId], ...work })).status).toBe(200);
    expect(await profile(desk.employee.id)).toMatchObject({ capacity: 3, teamIds: [desk.teamId] });
    for (const [wrong, field] of [
      [{ capacity: -1 }, 'capacity'],
      [{ skills: [{ skillId, level: 6 }] }, 'skills.0.level'],
      [
        { workingHours: { timeZone: 'Europe/Berlin', windows: { mon: [['09:00', '09:00']] } } },
        'workingHours.windows.mon[0]',
      ],
    ] as const)
      expect((await change(id, wrong)).error.details).toMatchObject({ [field]: expect.any(Array) });
    const invited = await desk.admin.client.call(usersEndpoints.invite, {
      body: { name: 'Ivo New', email: `ivo@${desk.tenant.slug}.test`, role: 'coordinator' },
    });
    expect((await change(invited.body.id, work)).status).toBe(200);
  });
});
