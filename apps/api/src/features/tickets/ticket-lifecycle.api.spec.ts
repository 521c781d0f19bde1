import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { ticketsEndpoints as endpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const statusOf = async (id: string) =>
  (await world.sql<{ status: string }>('SELECT status FROM tickets WHERE id = $1', [id]))[0]?.status;
const typesOf = async (id: string) =>
  (await world.sql<{ type: string }>('SELECT type FROM events WHERE ticket_id = $1 ORDER BY seq', [id])).map(
    ({ type }) => type,
  );

describe('the whole life of a ticket', () => {
  it('goes from asking over waiting, resolving and reopening to a follow-up', async () => {
    const { employee, coordinator, categoryId, teamId } = world.acme;
    const asker = employee.client;
    const desk = coordinator.client;
    const body = { subject: 'The printer is on fire', description: 'Third floor.', categoryId, priority: 'high' };
    const created = await asker.call(endpoints.create, { body });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ status: 'new', priority: 'high', teamId, assigneeId: null, version: 1 });
    expect(created.body.number).toMatch(/^ACME-\d+$/);
    const params = { id: created.body.number };

    const claimed = await desk.call(endpoints.claim, { params });
    expect(claimed.body).toMatchObject({ status: 'in_progress', assigneeId: coordinator.id });
    const move = (status: TicketStatus) => desk.call(endpoints.changeStatus, { params, body: { status } });
    expect((await move('waiting')).body.status).toBe('waiting');
    await world.build.message(employee, created.body.id, 'It still burns');
    expect(await statusOf(created.body.id)).toBe('in_progress');
    expect((await move('resolved')).body).toMatchObject({ status: 'resolved', can: { reply: true } });
    const reopened = await asker.call(endpoints.reopen, { params, body: { reason: 'Smoke again' } });
    expect(reopened.body).toMatchObject({ status: 'open', assigneeId: coordinator.id, resolvedAt: null });
    await move('resolved');
    const closed = await asker.call(endpoints.close, { params, body: {} });
    expect(closed.body).toMatchObject({ status: 'closed', can: { reply: true, claim: false, moves: [] } });

    const late = await asker.call(conversationEndpoints.send, { params, body: { body: 'And again' } });
    expect(late.body.followUp).toMatchObject({ status: 'new', subject: 'The printer is on fire' });
    const followUp = await asker.call(endpoints.get, { params: { id: late.body.ticketId } });
    expect(followUp.body.followUpOf?.id).toBe(created.body.id);
    expect((await asker.call(endpoints.get, { params })).body.followUps).toHaveLength(1);
    expect(await typesOf(created.body.id)).toEqual([
      'ticket.created',
      'ticket.assigned',
      'ticket.status_changed',
      'ticket.status_changed',
      'message.sent',
      'ticket.status_changed',
      'ticket.status_changed',
      'ticket.status_changed',
      'ticket.status_changed',
      'ticket.status_changed',
      'ticket.followed_up',
    ]);
  });

  it('ends when its requester withdraws it', async () => {
    const { employee, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator);
    const params = { id };
    const answer = await employee.client.call(endpoints.withdraw, { params, body: { reason: 'Found it' } });
    expect(answer.body).toMatchObject({ status: 'withdrawn', can: { withdraw: false, edit: false } });
    const again = await employee.client.call(endpoints.withdraw, { params, body: {} });
    expect(again.error).toMatchObject({ code: 'ticket.transition_not_allowed', details: { from: 'withdrawn' } });
    const late = await coordinator.client.call(endpoints.claim, { params });
    expect(late.status).toBe(409);
  });
});

describe('refused moves', () => {
  it.each([
    ['new', 'waiting', 409, 'ticket.transition_not_allowed'],
    ['new', 'withdrawn', 403, 'ticket.transition_forbidden'],
    ['closed', 'open', 409, 'ticket.transition_not_allowed'],
    ['withdrawn', 'open', 409, 'ticket.transition_not_allowed'],
    ['resolved', 'waiting', 409, 'ticket.transition_not_allowed'],
  ] as const)('a coordinator from %s to %s: %i %s', async (from, to, status, code) => {
    const { employee, coordinator } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator, { status: from });
    const before = await typesOf(id);
    const answer = await coordinator.client.call(endpoints.changeStatus, { params: { id }, body: { status: to } });
    expect(answer.status).toBe(status);
    expect(answer.error).toMatchObject({ code, details: { from, to } });
    expect(await statusOf(id)).toBe(from);
    expect(await typesOf(id)).toEqual(before);
  });

  it('an employee never uses the desk, not even on an own ticket', async () => {
    const { employee, coordinator } = world.acme;
    const params = { id: (await world.build.ticket(employee, coordinator)).id };
    const answers = [
      await employee.client.call(endpoints.claim, { params }),
      await employee.client.call(endpoints.assign, { params, body: { assigneeId: employee.id } }),
      await employee.client.call(endpoints.changeStatus, { params, body: { status: 'resolved' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(await statusOf(params.id)).toBe('new');
  });

  it('reopening works from resolved and from nowhere else', async () => {
    const { employee, coordinator } = world.acme;
    for (const status of ['new', 'in_progress', 'closed'] as const) {
      const { id } = await world.build.ticket(employee, coordinator, { status });
      const answer = await employee.client.call(endpoints.reopen, { params: { id }, body: {} });
      expect(answer.error).toMatchObject({ code: 'ticket.transition_not_allowed', details: { from: status } });
    }
  });
});

describe('who holds a ticket', () => {
  it('assigns, hands over, returns to the pool, and names everybody in the timeline', async () => {
    const { employee, coordinator, insider } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator);
    const assign = (assigneeId: string | null) =>
      coordinator.client.call(endpoints.assign, { params: { id }, body: { assigneeId } });
    expect((await assign(insider.id)).body).toMatchObject({ status: 'open', assigneeId: insider.id });
    await insider.client.call(endpoints.changeStatus, { params: { id }, body: { status: 'in_progress' } });
    expect((await assign(coordinator.id)).body).toMatchObject({ status: 'in_progress', assigneeId: coordinator.id });
    expect((await assign(null)).body).toMatchObject({ status: 'open', assigneeId: null });
    const [last] = await world.sql<{ data: unknown }>(
      `SELECT data FROM events WHERE ticket_id = $1 AND type = 'ticket.assigned' ORDER BY seq DESC LIMIT 1`,
      [id],
    );
    expect(last?.data).toEqual({ from: { id: coordinator.id, name: coordinator.name }, to: null });
  });

  it('moves to another team without taking it from whoever claimed it meanwhile', async () => {
    const { employee, coordinator, teamId } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator, { status: 'in_progress' });
    const params = { id };
    const moved = await coordinator.client.call(endpoints.assign, { params, body: { teamId } });
    expect(moved.body).toMatchObject({ teamId, assigneeId: coordinator.id, status: 'in_progress' });
    const nothing = await coordinator.client.call(endpoints.assign, { params, body: {} });
    expect(nothing.error).toMatchObject({ code: 'request.invalid', details: { assigneeId: expect.anything() } });
  });

  it('refuses people who cannot work on it', async () => {
    const { employee, coordinator, restrictedTeamId } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator);
    const assign = (body: { assigneeId: string; teamId?: string }) =>
      coordinator.client.call(endpoints.assign, { params: { id }, body });
    expect((await assign({ assigneeId: employee.id })).error.code).toBe('ticket.assignee_unsuitable');
    const shutOut = await assign({ assigneeId: coordinator.id, teamId: restrictedTeamId });
    expect(shutOut.error.code).toBe('ticket.assignee_unsuitable');
    expect((await assign({ assigneeId: world.globex.coordinator.id })).status).toBe(404);
    expect((await assign({ assigneeId: '00000000-0000-7000-8000-000000000000' })).status).toBe(404);
  });

  it('leaves the sight of whoever hands it to a restricted team they are not in', async () => {
    const { employee, coordinator, insider, restrictedTeamId: teamId } = world.acme;
    const { id } = await world.build.ticket(employee, coordinator);
    const body = { assigneeId: null, teamId };
    const answer = await coordinator.client.call(endpoints.assign, { params: { id }, body });
    expect(answer.body).toMatchObject({ teamId, can: { claim: false, note: false } });
    expect((await coordinator.client.call(endpoints.get, { params: { id } })).status).toBe(404);
    expect((await insider.client.call(endpoints.claim, { params: { id } })).status).toBe(200);
  });

  it('returns a reopened ticket to the pool when its holder is gone', async () => {
    const { tenant, employee, admin } = world.acme;
    const leaver = await world.build.person(tenant, 'coordinator');
    const { id } = await world.build.ticket(employee, leaver, { status: 'resolved' });
    await world.sql(`UPDATE users SET status = 'suspended' WHERE id = $1`, [leaver.id]);
    const { body } = await employee.client.call(endpoints.reopen, { params: { id }, body: {} });
    expect(body).toMatchObject({ status: 'open', assigneeId: null });
    expect((await admin.client.call(endpoints.get, { params: { id } })).body.assignee).toBeNull();
  });
});
