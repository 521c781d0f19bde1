import pg from 'pg';
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

/** Waits until something holds that a job brings about. */
async function soon(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not happen in time');
    await new Promise((done) => setTimeout(done, 20));
  }
}

const open = (size: number, mode?: Parameters<typeof Desk.open>[3]) => Desk.open(app, build, size, mode);

describe('a ticket nobody can take now', () => {
  it('goes to whoever frees up, before newer ones of its rank', async () => {
    const desk = await open(1);
    const [person] = desk.people as typeof desk.people;
    await desk.profile(person!, { capacity: 1 });
    const first = await desk.ask();
    const second = await desk.ask();
    const third = await desk.ask();
    const urgent = await desk.ask({ priority: 'urgent' });
    expect([first.assigneeId, second.assigneeId, third.assigneeId, urgent.assigneeId]).toEqual([
      person!.id,
      null,
      null,
      null,
    ]);
    expect(await desk.waiting()).toMatchObject({
      mode: 'best_match',
      waiting: 3,
      reasons: [{ reason: 'everybody_full', tickets: 3 }],
      tickets: [{ number: second.number }, { number: third.number }, { number: urgent.number }],
    });
    const order: string[] = [];
    for (let held = first.id; order.length < 3; ) {
      await desk.resolve(held);
      const holding = await Promise.all([second, third, urgent].map(({ id }) => desk.look(id)));
      held = holding.find(({ id, assigneeId }) => assigneeId && !order.includes(id))!.id;
      order.push(held);
    }
    expect(order).toEqual([urgent.id, second.id, third.id]);
    expect(await desk.waiting()).toMatchObject({ waiting: 0, reasons: [], tickets: [] });
    const { decisions } = await desk.why(second.id);
    expect(decisions).toMatchObject([
      { chosen: { id: person!.id }, trigger: 'person', outcome: 'holds', recomputed: true },
      { chosen: null, waiting: 'everybody_full', outcome: 'over', recomputed: true },
    ]);
  });

  it('goes to whoever comes online, comes back, learns, or joins', async () => {
    const desk = await open(1);
    const [person] = desk.people as typeof desk.people;
    await desk.is(person!, 'offline');
    const one = await desk.ask();
    expect(one.assigneeId).toBeNull();
    await desk.is(person!, 'online');
    await app.jobsDone();
    expect((await desk.look(one.id)).assigneeId).toBe(person!.id);

    const skillId = await desk.skill('Welding');
    await desk.needs(desk.categoryId, [{ skillId, level: 1 }]);
    const two = await desk.ask();
    expect((await desk.why(two.id)).waiting).toMatchObject({ reason: 'nobody_skilled' });
    await desk.profile(person!, { skills: [{ skillId, level: 1 }] });
    await app.jobsDone();
    expect((await desk.look(two.id)).assigneeId).toBe(person!.id);
  });

  it('tells the admins once while others wait for the same', async () => {
    const desk = await open(1);
    await desk.is(desk.people[0]!, 'away');
    const first = await desk.ask();
    await desk.ask();
    const told = () =>
      app.sql<{ kind: string; ticket_id: string }>(
        `SELECT kind, ticket_id FROM notifications WHERE user_id = $1 AND kind = 'nobody_found'`,
        [desk.admin.id],
      );
    expect(await told()).toEqual([{ kind: 'nobody_found', ticket_id: first.id }]);
    const mails = await app.sql('SELECT subject FROM mails WHERE recipient = $1 AND template = $2', [
      desk.admin.email,
      'ticket.nobody_found',
    ]);
    expect(mails).toEqual([{ subject: expect.stringContaining(first.number) }]);
    await desk.is(desk.people[0]!, 'online');
    await app.jobsDone();
    await desk.is(desk.people[0]!, 'away');
    await desk.ask();
    expect(await told()).toHaveLength(2);
  });

  it('is not waited for while somebody has it at hand, and is given when they are done', async () => {
    const desk = await open(1);
    const client = new pg.Client({ connectionString: app.ownerUrl });
    await client.connect();
    await desk.is(desk.people[0]!, 'away');
    const held = await desk.ask();
    const free = await desk.ask();
    await client.query('BEGIN');
    await client.query('SELECT FROM tickets WHERE id = $1 FOR UPDATE', [held.id]);
    await desk.is(desk.people[0]!, 'online');
    await soon(async () => (await desk.look(free.id)).assigneeId !== null);
    expect((await desk.look(held.id)).assigneeId).toBeNull();
    await client.query('ROLLBACK');
    await client.end();
    await app.jobsDone();
    expect((await desk.look(held.id)).assigneeId).toBe(desk.people[0]!.id);
  });
});
