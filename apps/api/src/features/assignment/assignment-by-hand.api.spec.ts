import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
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

const open = (size: number, mode?: Parameters<typeof Desk.open>[3]) => Desk.open(app, build, size, mode);

describe('by hand', () => {
  it('nothing is given by itself, and nothing waits for it', async () => {
    const desk = await open(1, 'manual');
    const ticket = await desk.ask();
    expect(ticket.assigneeId).toBeNull();
    expect(await desk.why(ticket.id)).toMatchObject({ decisions: [], waiting: null });
    await desk.hands('round_robin');
    await app.jobsDone();
    expect((await desk.look(ticket.id)).assigneeId).toBe(desk.people[0]!.id);
    await desk.is(desk.people[0]!, 'away');
    const waits = await desk.ask();
    expect((await desk.why(waits.id)).waiting).toMatchObject({ reason: 'nobody_available' });
    await desk.hands('manual');
    await app.jobsDone();
    expect((await desk.why(waits.id)).waiting).toBeNull();
    expect((await desk.waiting()).waiting).toBe(0);
  });

  it('somebody may be given more than their capacity, and whoever does so is told', async () => {
    const desk = await open(1, 'manual');
    const [person] = desk.people as typeof desk.people;
    await desk.profile(person!, { capacity: 1 });
    const assign = async () => {
      const { id } = await desk.drop();
      const body = { assigneeId: person!.id };
      return (await desk.admin.client.call(ticketsEndpoints.assign, { params: { id }, body })).body.overCapacity;
    };
    expect(await assign()).toBeNull();
    expect(await assign()).toEqual({ active: 2, capacity: 1 });
    const { id } = await desk.drop();
    const back = await desk.admin.client.call(ticketsEndpoints.assign, { params: { id }, body: { assigneeId: null } });
    expect(back.body.overCapacity).toBeNull();
  });
});

describe('a reopened ticket', () => {
  const reopen = async (desk: Desk, id: string) => {
    const { status } = await desk.employee.client.call(ticketsEndpoints.reopen, { params: { id }, body: {} });
    expect(status).toBe(200);
    await app.jobsDone();
    return desk.look(id);
  };

  it.each([
    [
      'somebody who is away for days',
      async (desk: Desk) => {
        const today = new Date().toISOString().slice(0, 10);
        await desk.profile(desk.people[0]!, { absences: [{ from: today, to: today }] });
      },
    ],
    ['somebody who is away', (desk: Desk) => desk.is(desk.people[0]!, 'away')],
    ['somebody who is offline', (desk: Desk) => desk.is(desk.people[0]!, 'offline')],
    [
      'somebody suspended',
      async (desk: Desk) => {
        const { id } = desk.people[0]!;
        expect((await desk.admin.client.call(usersEndpoints.suspend, { params: { id } })).status).toBe(200);
      },
    ],
  ])('of %s goes back to the pool, and on to the next', async (_who, leave) => {
    const desk = await open(2);
    await desk.is(desk.people[1]!, 'away');
    const { id } = await desk.ask();
    await desk.resolve(id);
    await leave(desk);
    expect(await reopen(desk, id)).toMatchObject({ assigneeId: null, status: 'open' });
    await desk.is(desk.people[1]!, 'online');
    await app.jobsDone();
    expect((await desk.look(id)).assigneeId).toBe(desk.people[1]!.id);
  });

  it('stays with whoever merely closed Baton where nobody else is given it', async () => {
    const desk = await open(1, 'manual');
    const [person] = desk.people as typeof desk.people;
    const { id } = await desk.ask();
    await desk.admin.client.call(ticketsEndpoints.assign, { params: { id }, body: { assigneeId: person!.id } });
    await desk.resolve(id);
    await app.sql(`UPDATE work_profiles SET seen_at = now() - interval '1 hour' WHERE user_id = $1`, [person!.id]);
    expect((await reopen(desk, id)).assigneeId).toBe(person!.id);
  });

  it('of somebody who reopened it while away is theirs again when they are back', async () => {
    const desk = await open(1);
    const [person] = desk.people as typeof desk.people;
    const { id } = await desk.ask();
    await desk.resolve(id);
    await desk.is(person!, 'away');
    await person!.client.call(ticketsEndpoints.reopen, { params: { id }, body: {} });
    await app.jobsDone();
    expect((await desk.look(id)).assigneeId).toBeNull();
    await desk.is(person!, 'online');
    await app.jobsDone();
    expect((await desk.look(id)).assigneeId).toBe(person!.id);
  });

  it('stays with whoever is there', async () => {
    const desk = await open(2);
    const { id, assigneeId } = await desk.ask();
    await desk.resolve(id);
    expect((await reopen(desk, id)).assigneeId).toBe(assigneeId);
  });
});
