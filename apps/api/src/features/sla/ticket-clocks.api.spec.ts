import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { HOURS, Promises, same } from '../../../test/support/promises.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
let promises: Promises;
let calendarId: string;
let policyId: string;

beforeAll(async () => {
  world = await startWorld();
  // Nothing closes by itself while days go by.
  await world.sql('UPDATE tenants SET reopen_window_days = 3000');
  promises = new Promises(world, world.acme);
  calendarId = await promises.calendar();
  policyId = await promises.policy({
    calendarId,
    targets: { ...same(HOURS), urgent: { firstResponse: 30, nextResponse: 60, resolution: 240 } },
  });
}, 60_000);
afterAll(() => world.stop());

const opened = (wish = {}) => world.build.ticket(world.acme.employee, world.acme.coordinator, wish);
const move = async (id: string, status: TicketStatus) => {
  const answer = await world.acme.coordinator.client.call(ticketsEndpoints.changeStatus, {
    params: { id },
    body: { status },
  });
  expect(answer.status).toBe(200);
};
const reply = (id: string, internal = false) => world.build.message(world.acme.coordinator, id, 'Hello', internal);
const ask = (id: string) => world.build.message(world.acme.employee, id, 'And?');

describe('a first response', () => {
  it('starts with the ticket, is not met by notes or moves, and is met by a public reply of the desk', async () => {
    const { id } = await opened();
    expect(await promises.states(id)).toEqual(['first_response 1 running', 'resolution 1 running']);
    await reply(id, true);
    await move(id, 'in_progress');
    await ask(id);
    expect(await promises.states(id)).toEqual(['first_response 1 running', 'resolution 1 running']);
    await reply(id);
    expect(await promises.states(id)).toEqual(['first_response 1 met', 'resolution 1 running']);
  });

  it('is cancelled by resolving, and "thanks" starts nothing but the resolution of the reopened ticket', async () => {
    const { id } = await opened({ status: 'resolved' });
    expect(await promises.states(id)).toEqual(['first_response 1 cancelled', 'resolution 1 met']);
    await ask(id);
    expect(await promises.states(id)).toEqual([
      'first_response 1 cancelled',
      'resolution 2 running',
      'resolution 1 met',
    ]);
  });
});

it('asks for the next response from the oldest unanswered message on, each time anew', async () => {
  const { id } = await opened();
  await reply(id);
  await ask(id);
  await promises.after(10);
  await ask(id);
  const [, next] = await promises.clocks(id);
  expect(next).toMatchObject({ metric: 'next_response', cycle: 1, state: 'running', targetMinutes: 120 });
  expect(next!.countedMs).toBeGreaterThanOrEqual(600_000);
  await reply(id);
  await ask(id);
  expect(await promises.states(id)).toEqual([
    'first_response 1 met',
    'next_response 2 running',
    'resolution 1 running',
    'next_response 1 met',
  ]);
});

it('pauses the resolution while the ticket waits for its requester, and counts the rest afterwards', async () => {
  const { id } = await opened({ status: 'in_progress' });
  await reply(id);
  await move(id, 'waiting');
  expect((await promises.ticket(id)).sla).toMatchObject({ metric: 'resolution', state: 'paused', dueAt: null });
  await promises.after(60 * 24);
  const paused = (await promises.clocks(id)).find(({ metric }) => metric === 'resolution');
  expect(paused).toMatchObject({ state: 'paused', dueAt: null, recomputed: true });
  await ask(id);
  const resolution = (await promises.clocks(id)).find(({ metric }) => metric === 'resolution')!;
  expect(resolution).toMatchObject({ state: 'running', recomputed: true, targetMinutes: 480, policyName: 'Standard' });
  const lasted = Date.parse(resolution.dueAt as string) - Date.parse(resolution.startedAt);
  expect(Math.abs(lasted - (480 + 60 * 24) * 60_000)).toBeLessThan(60_000);
  expect(resolution.intervals.map(({ kind }) => kind)).toEqual(['counted', 'paused', 'counted']);
  expect(resolution.calendar).toEqual({ name: 'Always', timeZone: 'Europe/Berlin', version: 1 });
});

it('warns at 75 and 90 percent and breaks at the end, each told once and for those who work on it', async () => {
  const { id } = await opened();
  await promises.after(46);
  const percents = async () => (await promises.told(id)).map(({ type, data }) => data.percent ?? type);
  expect(await percents()).toEqual([75]);
  expect(await promises.ticket(id)).toMatchObject({ overdue: false, sla: { metric: 'first_response', warned: true } });
  await promises.after(9);
  expect(await percents()).toEqual([75, 90]);
  await promises.after(6);
  expect(await percents()).toEqual([75, 90, 'sla.breached']);
  const ticket = await promises.ticket(id);
  expect(ticket).toMatchObject({ overdue: true, sla: { metric: 'first_response', state: 'overdue' } });
  const asEmployee = (await world.acme.employee.client.call(ticketsEndpoints.get, { params: { id } })).body;
  expect(asEmployee).toMatchObject({ overdue: false, sla: null, version: 1, lastSeq: 1 });
  await reply(id);
  expect(await promises.states(id)).toEqual(['first_response 1 breached', 'resolution 1 running']);
  expect(await promises.ticket(id)).toMatchObject({ overdue: false, sla: { metric: 'resolution', state: 'running' } });
  await promises.after(1000);
  expect(await percents()).toEqual([75, 90, 'sla.breached', 75, 90, 'sla.breached']);
});

it('keeps start and earlier breach when the priority changes, and records the new target', async () => {
  const { id } = await opened();
  const [before] = await promises.clocks(id);
  await promises.after(61);
  const setPriority = (priority: string) =>
    world.acme.coordinator.client.call(ticketsEndpoints.update, { params: { id }, body: { priority } });
  await setPriority('urgent');
  const [after] = await promises.clocks(id);
  expect(after).toMatchObject({ state: 'breached', startedAt: before!.startedAt, targetMinutes: 30 });
  expect(after!.breachedAt).toBe(before!.dueAt);
  const changes = (await promises.told(id)).filter(({ type }) => type === 'sla.target_changed');
  expect(changes.map(({ data }) => data)).toEqual([
    {
      metric: 'first_response',
      cycle: 1,
      from: { policy: 'Standard', targetMinutes: 60, dueAt: before!.dueAt },
      to: { policy: 'Standard', targetMinutes: 30, dueAt: after!.dueAt },
    },
    expect.objectContaining({ metric: 'resolution' }),
  ]);
  expect((await promises.told(id)).filter(({ type }) => type === 'sla.breached')).toHaveLength(1);
});

it('opens a new cycle of the resolution when a ticket is reopened; the earlier one keeps what it was promised', async () => {
  const { id } = await opened({ status: 'resolved' });
  const [, first] = await promises.clocks(id);
  await promises.after(30);
  await world.acme.employee.client.call(ticketsEndpoints.reopen, { params: { id }, body: {} });
  await world.acme.coordinator.client.call(ticketsEndpoints.update, { params: { id }, body: { priority: 'urgent' } });
  const clocks = await promises.clocks(id);
  expect(clocks.map(({ metric, cycle, state, targetMinutes }) => [metric, cycle, state, targetMinutes])).toEqual([
    ['first_response', 1, 'cancelled', 60],
    ['resolution', 2, 'running', 240],
    ['resolution', 1, 'met', 480],
  ]);
  expect(clocks[2]).toMatchObject({ dueAt: first!.dueAt, recomputed: true });
});

it('breaks the promise of an answer that came too late, also when nothing had told so before', async () => {
  const { id } = await opened();
  await promises.clocks(id);
  // As if no worker had run for a while.
  await world.sql('UPDATE sla_clocks SET next_at = NULL WHERE ticket_id = $1', [id]);
  await promises.after(61);
  await reply(id);
  expect((await promises.clocks(id))[0]).toMatchObject({ state: 'breached', metAt: expect.any(String) });
  expect((await promises.told(id)).filter(({ type }) => type === 'sla.breached')).toHaveLength(1);
});

it('promises nothing to whom no policy is for, and something once one is', async () => {
  const { admin } = world.acme;
  const { slaEndpoints } = await import('@baton/contracts/sla/sla.endpoints');
  const change = (body: object) =>
    admin.client.call(slaEndpoints.updatePolicy, { params: { id: policyId }, body: { ...body } });
  await change({ conditions: { priorities: ['urgent', 'high'] } });
  const { id } = await opened();
  expect(await promises.states(id)).toEqual([]);
  expect(await promises.ticket(id)).toMatchObject({ sla: null, overdue: false });
  await promises.after(30);
  await world.acme.coordinator.client.call(ticketsEndpoints.update, { params: { id }, body: { priority: 'urgent' } });
  const [first] = await promises.clocks(id);
  expect(first).toMatchObject({ metric: 'first_response', state: 'breached' });
  expect((await promises.told(id)).find(({ type }) => type === 'sla.target_changed')?.data).toMatchObject({
    from: null,
    to: { targetMinutes: 30 },
  });
  await change({ conditions: {} });
});
