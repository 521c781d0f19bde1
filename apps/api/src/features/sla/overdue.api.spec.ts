import { notificationsEndpoints } from '@baton/contracts/notifications/notifications.endpoints';
import { queueEndpoints } from '@baton/contracts/queue/queue.endpoints';
import { slaEndpoints } from '@baton/contracts/sla/sla.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { Live, until } from '../../../test/support/live.js';
import { HOURS, Promises, same } from '../../../test/support/promises.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
let promises: Promises;
let calendarId: string;
let policyId: string;

beforeAll(async () => {
  world = await startWorld();
  await world.sql('UPDATE tenants SET reopen_window_days = 3000');
  promises = new Promises(world, world.acme);
  calendarId = await promises.calendar();
  policyId = await promises.policy({
    calendarId,
    targets: { ...same(HOURS), urgent: { ...HOURS, firstResponse: 30 } },
  });
}, 60_000);
afterAll(() => world.stop());

const opened = (wish = {}) => world.build.ticket(world.acme.employee, world.acme.coordinator, wish);
const listed = async ({ client }: Person, query: object) => {
  const { status, body } = await client.call(ticketsEndpoints.list, { query: { limit: 100, count: true, ...query } });
  expect(status).toBe(200);
  return { ids: body.items.map(({ id }) => id), total: body.total, items: body.items };
};
const viewCount = async ({ client }: Person) =>
  (await client.call(queueEndpoints.views)).body.items.find(({ key }) => key === 'overdue')?.count;
const changePolicy = async (body: object) => {
  const answer = await world.acme.admin.client.call(slaEndpoints.updatePolicy, {
    params: { id: policyId },
    body: { ...body },
  });
  expect(answer.status).toBe(200);
  await promises.settled();
};

it('tickets are listed and counted exactly for each reader, soonest first, and by nobody else', async () => {
  const { coordinator, insider, admin, employee, restrictedTeamId, teamId } = world.acme;
  const late = await opened();
  const hidden = await opened({ teamId: restrictedTeamId });
  await promises.after(50);
  const urgent = await opened({ priority: 'urgent' });
  const later = await opened({ teamId });
  await promises.after(15);
  expect((await listed(coordinator, { overdue: true })).ids).toEqual([late.id]);
  expect((await listed(insider, { overdue: true })).ids.sort()).toEqual([late.id, hidden.id].sort());
  expect((await listed(admin, { overdue: true })).total).toBe(2);
  expect((await listed(employee, { overdue: true })).ids).toEqual([]);
  expect((await listed(employee, { overdue: false })).ids).toEqual([]);
  for (const [reader, count] of [
    [coordinator, 1],
    [insider, 2],
    [admin, 2],
  ] as const)
    expect(await viewCount(reader)).toBe(count);
  const byDue = await listed(coordinator, { sort: 'dueAt' });
  expect(byDue.ids).toEqual([late.id, urgent.id, later.id]);
  expect(byDue.items.map(({ sla, overdue }) => [sla?.state, overdue])).toEqual([
    ['overdue', true],
    ['running', false],
    ['running', false],
  ]);
  expect((await listed(coordinator, { sort: '-dueAt' })).ids).toEqual([...byDue.ids].reverse());
  const first = await coordinator.client.call(ticketsEndpoints.list, { query: { sort: 'dueAt', limit: 2 } });
  const second = await coordinator.client.call(ticketsEndpoints.list, {
    query: { sort: 'dueAt', limit: 2, cursor: first.body.nextCursor },
  });
  expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(byDue.ids);
  for (const { sla, overdue } of (await listed(employee, { sort: 'dueAt' })).items)
    expect([sla, overdue]).toEqual([null, false]);
  const pages = async (cursor?: string): Promise<string[]> => {
    const query = { sort: 'dueAt', limit: 1, ...(cursor ? { cursor } : {}) };
    const { items, nextCursor } = (await employee.client.call(ticketsEndpoints.list, { query })).body;
    // Where the next page begins tells no deadline either.
    expect(Buffer.from(nextCursor ?? '', 'base64url').toString()).not.toContain(`"${new Date().getUTCFullYear()}`);
    return [...items.map(({ id }) => id), ...(nextCursor ? await pages(nextCursor) : [])];
  };
  expect((await pages()).sort()).toEqual([late.id, hidden.id, urgent.id, later.id].sort());
  const { status } = await employee.client.call(slaEndpoints.ofTicket, { params: { id: late.id } });
  expect(status).toBe(403);
  await world.build.message(coordinator, late.id, 'Here I am');
  await world.jobsDone();
  expect(await viewCount(coordinator)).toBe(0);
});

it('are told to whom the policy names, by bell and mail, the assignee first', async () => {
  const { coordinator, admin, teamId, insider } = world.acme;
  await changePolicy({ escalation: { notify: ['assignee', 'admins'], raisePriority: false, reassign: false } });
  const { id, number } = await opened({ teamId, assignee: insider, status: 'open' });
  const kindsOf = async ({ client }: Person) =>
    (await client.call(notificationsEndpoints.list)).body.items
      .filter(({ ticket }) => ticket.id === id)
      .map(({ kind }) => kind);
  await promises.after(50);
  expect(await kindsOf(insider)).toEqual(['sla_warning', 'assigned']);
  await promises.after(11);
  expect(await kindsOf(insider)).toEqual(['sla_breached', 'sla_warning', 'assigned']);
  expect(await kindsOf(admin)).toContain('sla_breached');
  expect(await kindsOf(coordinator)).toEqual([]);
  const mails = await world.sql<{ template: string; subject: string }>(
    `SELECT template, subject FROM mails WHERE recipient = $1 AND template IN ('ticket.due_soon', 'ticket.overdue') AND subject LIKE $2 ORDER BY id`,
    [insider.email, `${number} %`],
  );
  expect(mails.map(({ template }) => template)).toEqual(['ticket.due_soon', 'ticket.overdue']);
  const unheld = await opened({ teamId });
  await promises.after(61);
  const told = (await coordinator.client.call(notificationsEndpoints.list)).body.items;
  expect(told.filter(({ ticket }) => ticket.id === unheld.id).map(({ kind }) => kind)).toEqual(['sla_breached']);
});

it('are heard of live, in list and timeline, by those who work on them and by nobody else', async () => {
  const { coordinator, employee } = world.acme;
  const { id } = await opened();
  await promises.clocks(id);
  const [desk, asker] = await Promise.all(
    [coordinator, employee].map(({ client }) => Live.connect(world.url, client.token)),
  );
  await Promise.all([desk!.join(id), asker!.join(id)]);
  await promises.after(61);
  const entries = () => desk!.of('timeline.appended').map(({ entry }) => entry.type);
  await until(() => entries().includes('sla.breached'));
  expect(entries()).toEqual(['sla.warning', 'sla.warning', 'sla.breached']);
  const heard = [
    ...desk!.of('ticket.changed'),
    ...desk!.of('tickets.changed').flatMap(({ tickets, changed }) => tickets.map((one) => ({ ...one, changed }))),
  ];
  expect(heard.filter(({ ticketId }) => ticketId === id).map(({ changed }) => changed)).toContainEqual(['sla']);
  expect(asker!.heard.map(({ name }) => name).filter((name) => name !== 'presence.changed')).toEqual([]);
  for (const live of [desk, asker]) live!.close();
});

it('are given up and made more urgent where the policy says so', async () => {
  const { coordinator } = world.acme;
  await changePolicy({ escalation: { notify: [], raisePriority: true, reassign: true } });
  const { id } = await opened({ assignee: coordinator, status: 'in_progress', priority: 'high' });
  await promises.after(61);
  expect(await promises.ticket(id)).toMatchObject({
    priority: 'urgent',
    assigneeId: null,
    status: 'open',
    overdue: true,
  });
  const types = (await promises.told(id)).map(({ type }) => type);
  expect(types.filter((type) => type === 'sla.breached')).toHaveLength(1);
  expect(types.at(-1)).toBe('sla.target_changed');
  await changePolicy({ escalation: { notify: ['assignee'], raisePriority: false, reassign: false } });
});

it('are planned anew when policy or calendar change, and nobody is called for it', async () => {
  const { id } = await opened();
  await promises.after(40);
  const before = (await promises.clocks(id))[0]!;
  await changePolicy({ targets: same({ ...HOURS, firstResponse: 30 }) });
  const after = (await promises.clocks(id))[0]!;
  expect(after).toMatchObject({ startedAt: before.startedAt, targetMinutes: 30, state: 'breached' });
  expect(await promises.ticket(id)).toMatchObject({ overdue: true });
  expect(await world.sql(`SELECT id FROM notifications WHERE ticket_id = $1`, [id])).toEqual([]);
  await changePolicy({ targets: same({ ...HOURS, firstResponse: 240 }) });
  expect(await promises.ticket(id)).toMatchObject({ overdue: false, sla: { targetMinutes: 240, state: 'running' } });
  expect((await promises.clocks(id))[0]).toMatchObject({ state: 'breached', breachedAt: after.breachedAt });
  const today = (await promises.now()).toISOString().slice(0, 10);
  const always = (await world.acme.admin.client.call(slaEndpoints.calendars)).body.items[0]!;
  const calendar = { ...always.calendar, timeZone: 'UTC', holidays: [{ date: today }] };
  await world.acme.admin.client.call(slaEndpoints.updateCalendar, { params: { id: calendarId }, body: { calendar } });
  await promises.settled();
  const moved = (await promises.clocks(id))[0]!;
  expect(Date.parse(moved.dueAt as string)).toBeGreaterThan(Date.parse(before.startedAt) + 240 * 60_000);
  expect(moved).toMatchObject({ calendar: { version: 2, timeZone: 'UTC' }, recomputed: true });
  await changePolicy({ enabled: false });
  expect(await promises.ticket(id)).toMatchObject({ overdue: false, sla: null });
  expect(await viewCount(world.acme.coordinator)).toBe(0);
});
