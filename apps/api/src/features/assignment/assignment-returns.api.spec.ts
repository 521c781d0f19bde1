import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
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

describe('whoever hands a ticket back', () => {
  const handBack = async (desk: Desk, id: string) => {
    const holder = desk.people.find((person) => person.id === held);
    const { status } = await holder!.client.call(ticketsEndpoints.assign, {
      params: { id },
      body: { assigneeId: null },
    });
    expect(status).toBe(200);
    await app.jobsDone();
    held = (await desk.look(id)).assigneeId;
  };
  let held: string | null;

  it.each(['best_match', 'least_loaded', 'round_robin'] as const)('is not given it again by %s', async (mode) => {
    const desk = await open(2, mode);
    const { id, assigneeId } = await desk.ask();
    held = assigneeId;
    await handBack(desk, id);
    expect(held).toBe(desk.people.find((person) => person.id !== assigneeId)!.id);
    await handBack(desk, id);
    expect(held).toBeNull();
    const { waiting, decisions } = await desk.why(id);
    expect(waiting).toMatchObject({ reason: 'handed_back' });
    expect(decisions[0]!.rejected.map(({ reasons }) => reasons)).toMatchObject([
      [{ code: 'handed_back' }],
      [{ code: 'handed_back' }],
    ]);
    expect(decisions.every(({ recomputed }) => recomputed)).toBe(true);
    const newcomer = await build.person(desk.tenant, 'coordinator');
    await app.sql('INSERT INTO team_members (tenant_id, team_id, user_id) VALUES ($1, $2, $3)', [
      desk.tenant.id,
      desk.teamId,
      newcomer.id,
    ]);
    await desk.is(newcomer, 'online');
    await app.jobsDone();
    expect((await desk.look(id)).assigneeId).toBe(newcomer.id);
  });

  it('may be given it again when an admin took it from them', async () => {
    const desk = await open(1);
    const { id, assigneeId } = await desk.ask();
    await desk.admin.client.call(ticketsEndpoints.assign, { params: { id }, body: { assigneeId: null } });
    await app.jobsDone();
    expect((await desk.look(id)).assigneeId).toBe(assigneeId);
  });
});

describe('a ticket that is taken over', () => {
  /** One has two, not begun; the other was away meanwhile. */
  const twoOfOne = async () => {
    const desk = await open(2);
    const [one, two] = desk.people as [(typeof desk.people)[0], (typeof desk.people)[0]];
    await desk.is(two, 'away');
    const tickets = [await desk.ask(), await desk.ask(), await desk.ask()];
    return { desk, one, two, tickets };
  };
  const heldBy = async (desk: Desk, tickets: readonly { id: string }[], person: { id: string }) => {
    const now = await Promise.all(tickets.map(({ id }) => desk.look(id)));
    return now.filter(({ assigneeId }) => assigneeId === person.id).map(({ id }) => id);
  };

  it('is none somebody has written in, whoever answered since', async () => {
    const { desk, one, two, tickets } = await twoOfOne();
    for (const { id } of tickets) {
      for (const { client } of [one, desk.employee])
        await client.call(conversationEndpoints.send, { params: { id }, body: { body: '<p>Hello</p>' } });
    }
    await desk.is(two, 'online');
    await app.jobsDone();
    expect(await heldBy(desk, tickets, two)).toEqual([]);
  });

  it('is none somebody has begun and put aside', async () => {
    const { desk, one, two, tickets } = await twoOfOne();
    for (const { id } of tickets)
      for (const status of ['in_progress', 'open'] as const)
        await one.client.call(ticketsEndpoints.changeStatus, { params: { id }, body: { status } });
    await desk.is(two, 'online');
    await app.jobsDone();
    expect(await heldBy(desk, tickets, two)).toEqual([]);
  });

  it('stays with who took it, and is told its requester by no further mail', async () => {
    const { desk, one, two, tickets } = await twoOfOne();
    await desk.is(two, 'online');
    await app.jobsDone();
    const [taken] = await heldBy(desk, tickets, two);
    expect(taken).toBeDefined();
    const told = await app.sql('SELECT FROM mails WHERE recipient = $1 AND template = $2', [
      desk.employee.email,
      'ticket.with_person',
    ]);
    expect(told).toHaveLength(tickets.length);
    // Two goes on with something else; one has nothing left to do.
    const other = await desk.ask();
    const claim = (person: typeof one, id: string) =>
      person.client.call(ticketsEndpoints.changeStatus, { params: { id }, body: { status: 'in_progress' } });
    await desk.admin.client.call(ticketsEndpoints.assign, { params: { id: other.id }, body: { assigneeId: two.id } });
    await claim(two, other.id);
    for (const id of await heldBy(desk, tickets, one)) {
      await claim(one, id);
      await one.client.call(ticketsEndpoints.changeStatus, { params: { id }, body: { status: 'resolved' } });
    }
    await app.jobsDone();
    expect(await heldBy(desk, [{ id: taken! }], two)).toEqual([taken]);
  });
});
