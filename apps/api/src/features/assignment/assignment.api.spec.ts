import { assignmentEndpoints } from '@baton/contracts/assignment/assignment.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
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
describe('a team that hands out work by itself', () => {
  it('gives a new ticket to whoever is best, says why, and derives it again', async () => {
    const desk = await open(2);
    const [expert, beginner] = desk.people as [(typeof desk.people)[0], (typeof desk.people)[0]];
    const skillId = await desk.skill('Certificates');
    await desk.profile(expert, { skills: [{ skillId, level: 5 }] });
    await desk.profile(beginner, { skills: [{ skillId, level: 3 }] });
    await desk.needs(desk.categoryId, [{ skillId, level: 3 }]);
    await app.jobsDone();
    const ticket = await desk.ask();
    expect(ticket).toMatchObject({ assigneeId: expert.id, status: 'open' });
    const { decisions, waiting } = await desk.why(ticket.id, beginner);
    expect(waiting).toBeNull();
    expect(decisions).toHaveLength(1);
    expect(decisions[0]).toMatchObject({
      mode: 'best_match',
      trigger: 'ticket',
      recomputed: true,
      outcome: 'holds',
      chosen: { id: expert.id },
      skills: [{ skillId, level: 3, name: 'Certificates' }],
      rejected: [],
    });
    const [first, second] = decisions[0]!.candidates;
    expect(first).toMatchObject({ person: { id: expert.id }, active: 0, capacity: 6, skills: [{ skillId, level: 5 }] });
    expect(second?.cost).toBeGreaterThan(first!.cost);
    const { workAhead, handling, handover, fairness } = first!.terms;
    expect(workAhead + handling + handover + fairness).toBeCloseTo(first!.cost, 9);
    const timeline = await app.sql<{ actor_id: string | null }>(
      `SELECT actor_id FROM events WHERE ticket_id = $1 AND type = 'ticket.assigned'`,
      [ticket.id],
    );
    expect(timeline).toEqual([{ actor_id: null }]);
  });

  it('tells everybody who could not take it why, and leaves it to nobody else', async () => {
    const desk = await open(5);
    const [skilled, away, off, absent, full] = desk.people as typeof desk.people;
    const skillId = await desk.skill('Network');
    await desk.needs(desk.categoryId, [{ skillId, level: 2 }]);
    for (const person of [away, off, absent, full]) await desk.profile(person!, { skills: [{ skillId, level: 4 }] });
    await desk.profile(skilled!, { skills: [{ skillId, level: 1 }] });
    await desk.is(away!, 'away');
    const day = new Date(Date.now() + 3 * 86_400_000).toLocaleDateString('en-US', {
      weekday: 'short',
      timeZone: 'UTC',
    });
    await desk.profile(off!, { hours: { timeZone: 'UTC', windows: { [day.toLowerCase()]: [['09:00', '17:00']] } } });
    const today = new Date().toISOString().slice(0, 10);
    await desk.profile(absent!, { absences: [{ from: today, to: today }] });
    await desk.profile(full!, { capacity: 0 });
    const ticket = await desk.ask();
    expect(ticket).toMatchObject({ assigneeId: null, status: 'new' });
    const { decisions, waiting } = await desk.why(ticket.id);
    expect(waiting).toMatchObject({ reason: 'everybody_full' });
    expect(decisions[0]).toMatchObject({ chosen: null, waiting: 'everybody_full', outcome: 'waits', recomputed: true });
    const why = (id: string) => decisions[0]!.rejected.find(({ person }) => person.id === id)?.reasons;
    expect(why(skilled!.id)).toMatchObject([{ code: 'missing_skill', skillId, needed: 2, has: 1 }]);
    expect(why(away!.id)).toMatchObject([{ code: 'not_available', availability: 'away', since: expect.any(String) }]);
    expect(why(off!.id)).toMatchObject([{ code: 'off_shift' }]);
    expect(why(absent!.id)).toMatchObject([{ code: 'absent' }]);
    expect(why(full!.id)).toMatchObject([{ code: 'at_capacity', active: 0, capacity: 0 }]);
  });
});

describe('the other modes', () => {
  it('give in turns, or to whoever has least', async () => {
    const desk = await open(3, 'round_robin');
    const ids = new Set(desk.people.map(({ id }) => id));
    const given = [await desk.ask(), await desk.ask(), await desk.ask()].map(({ assigneeId }) => assigneeId);
    expect(new Set(given)).toEqual(ids);
    await desk.hands('least_loaded');
    const [busy] = desk.people as typeof desk.people;
    await desk.profile(busy!, { capacity: 100 });
    expect((await desk.ask()).assigneeId).toBe(busy!.id);
  });
});

describe('whoever has nothing to do', () => {
  it('takes what somebody else was given and has not begun, and nothing that was given by hand', async () => {
    const desk = await open(2);
    const [busy, idle] = desk.people as typeof desk.people;
    await desk.is(idle!, 'away');
    const byHand = await desk.drop();
    await desk.admin.client.call(ticketsEndpoints.assign, {
      params: { id: byHand.id },
      body: { assigneeId: busy!.id },
    });
    await desk.ask();
    const given = [await desk.ask(), await desk.ask()];
    await desk.is(idle!, 'online');
    await app.jobsDone();
    const now = await Promise.all([byHand, ...given].map(({ id }) => desk.look(id)));
    const moved = now.filter(({ assigneeId }) => assigneeId === idle!.id);
    expect(moved).toHaveLength(1);
    expect(moved[0]!.id).not.toBe(byHand.id);
    const { decisions } = await desk.why(moved[0]!.id);
    expect(decisions).toMatchObject([
      { chosen: { id: idle!.id }, trigger: 'person', recomputed: true, outcome: 'holds' },
      { chosen: { id: busy!.id }, outcome: 'over' },
    ]);
  });
});

describe('asking why', () => {
  it('is for those who work on the ticket', async () => {
    const desk = await open(1);
    const outsider = await build.person(desk.tenant, 'coordinator');
    await app.sql('UPDATE teams SET restricted = true WHERE id = $1', [desk.teamId]);
    const mine = await build.ticket(outsider, desk.admin, { categoryId: desk.categoryId });
    const theirs = await desk.ask();
    const outcome = async (reader: typeof outsider, id: string) =>
      (await reader.client.call(assignmentEndpoints.ofTicket, { params: { id } })).status;
    expect(await outcome(outsider, theirs.id)).toBe(404);
    expect(await outcome(outsider, mine.id)).toBe(403);
    expect(await outcome(desk.employee, theirs.id)).toBe(403);
    expect(await outcome(desk.people[0]!, theirs.id)).toBe(200);
  });

  it('before there is a ticket tells who would get it now, and changes nothing', async () => {
    const desk = await open(2, 'manual');
    const [one, two] = desk.people as typeof desk.people;
    await desk.is(two!, 'away');
    const preview = async (body: object) =>
      desk.admin.client.call(assignmentEndpoints.preview, {
        body: { teamId: desk.teamId, categoryId: desk.categoryId, priority: 'high', ...body },
      });
    expect((await preview({})).body).toMatchObject({ mode: 'manual', chosen: null, waiting: 'manual_mode' });
    expect((await preview({ mode: 'best_match' })).body).toMatchObject({
      mode: 'best_match',
      team: { id: desk.teamId },
      chosen: { id: one!.id },
      candidates: [{ person: { id: one!.id } }],
      rejected: [{ person: { id: two!.id }, reasons: [{ code: 'not_available' }] }],
    });
    const other = await open(1);
    expect((await preview({ teamId: other.teamId })).error.code).toBe('resource.not_found');
    expect((await preview({ categoryId: other.categoryId })).error.code).toBe('resource.not_found');
    expect(await app.sql('SELECT FROM assignment_runs WHERE tenant_id = $1', [desk.tenant.id])).toEqual([]);
  });
});

it('learns from resolved tickets how long somebody takes for a category', async () => {
  const desk = await open(1);
  const { id } = await desk.ask();
  await desk.resolve(id);
  await app.sql(
    `UPDATE events SET occurred_at = occurred_at - interval '50 minutes'
     WHERE ticket_id = $1 AND type = 'ticket.status_changed' AND data->>'to' = 'in_progress'`,
    [id],
  );
  const learned = () =>
    app.sql<{ tickets: number; minutes: number }>('SELECT tickets, minutes FROM handling_times WHERE tenant_id = $1', [
      desk.tenant.id,
    ]);
  await desk.employee.client.call(ticketsEndpoints.reopen, { params: { id }, body: {} });
  await desk.resolve(id);
  const [row] = await learned();
  expect(row).toMatchObject({ tickets: 1, minutes: expect.any(Number) });
  expect(row!.minutes).toBeGreaterThanOrEqual(50);
  expect(row!.minutes).toBeLessThan(55);
});
