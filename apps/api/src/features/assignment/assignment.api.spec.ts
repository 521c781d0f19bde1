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
const resolve = async (desk: Desk, id: string) => {
  const at = (status: 'in_progress' | 'resolved') =>
    desk.admin.client.call(ticketsEndpoints.changeStatus, { params: { id }, body: { status } });
  await at('in_progress');
  await at('resolved');
  await app.jobsDone();
};

describe('a team that hands out work by itself', () => {
  it('gives a new ticket to whoever is best, says why, and derives it again', async () => {
    const desk = await open(2);
    const [expert, beginner] = desk.people as [(typeof desk.people)[0], (typeof desk.people)[0]];
    const skillId = await desk.skill('Certificates');
    await desk.profile(expert, { skills: [{ skillId, level: 5 }] });
    await desk.profile(beginner, { skills: [{ skillId, level: 3 }] });
    await desk.needs(desk.categoryId, [{ skillId, level: 3 }]);
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
    const day = new Date(Date.now() + 3 * 86_400_000).toLocaleDateString('en-US', { weekday: 'short', timeZone: 'UTC' });
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
