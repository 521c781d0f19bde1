import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { notificationsEndpoints as endpoints } from '@baton/contracts/notifications/notifications.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { Person } from '../../../test/support/factories.js';
import { Live, until } from '../../../test/support/live.js';
import { startWorld, type World } from '../../../test/support/world.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { DomainEvent } from '../../platform/events/domain-event.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const ticket = () => world.build.ticket(world.acme.employee, world.acme.coordinator, { status: 'in_progress' });
const list = async (person: Person, query: object = {}) => {
  await world.jobsDone();
  return (await person.client.call(endpoints.list, { query })).body;
};
const read = (person: Person, body: object) => person.client.call(endpoints.read, { body });
const kinds = async (person: Person, id: string) =>
  (await list(person)).items.filter((item) => item.ticket.id === id).map(({ kind }) => kind);
/** Somebody whose bell nothing else rings. */
const newcomer = (role: 'employee' | 'coordinator') => world.build.person(world.acme.tenant, role);

describe('the bell rings', () => {
  it('for the requester, watchers and the assignee when the other side replies', async () => {
    const { employee, coordinator, insider, stranger } = world.acme;
    const { id, number } = await ticket();
    await coordinator.client.call(ticketsEndpoints.watch, { params: { id }, body: { userId: stranger.id } });
    await world.build.message(employee, id, 'Any news?');
    await world.build.message(insider, id, 'A note', true);
    await world.build.message(insider, id, 'Soon');
    expect(await kinds(employee, id)).toEqual(['replied']);
    expect(await kinds(stranger, id)).toEqual(['replied', 'replied']);
    expect(await kinds(coordinator, id)).toEqual(['replied']);
    expect(await kinds(insider, id)).toEqual([]);
    const [item] = (await list(employee)).items;
    expect(item).toMatchObject({ kind: 'replied', ticket: { id, number }, actor: { id: insider.id }, read: false });
  });

  it('for whom a ticket is given to by somebody else', async () => {
    const { coordinator, insider } = world.acme;
    const { id } = await ticket();
    await coordinator.client.call(ticketsEndpoints.assign, { params: { id }, body: { assigneeId: insider.id } });
    expect([await kinds(insider, id), await kinds(coordinator, id)]).toEqual([['assigned'], []]);
  });

  it('once per event, however often it is handled', async () => {
    const { employee, coordinator, tenant } = world.acme;
    const { id } = await ticket();
    await world.build.message(coordinator, id, 'Once');
    await world.jobsDone();
    const [event] = await world.sql<DomainEvent>(
      `SELECT id, tenant_id AS "tenantId", type, occurred_at AS "occurredAt", actor_id AS "actorId", subject_id AS "subjectId",
         ticket_id AS "ticketId", seq, public_seq AS "publicSeq", message_id AS "messageId", data
       FROM events WHERE ticket_id = $1 AND type = 'message.sent'`,
      [id],
    );
    const bus = world.app.get(EventBus, { strict: false });
    const again = () =>
      world.app
        .get(TenantTransaction, { strict: false })
        .run({ tenantId: tenant.id }, () => bus.dispatch(event as DomainEvent));
    await Promise.all([again(), again()]);
    expect(await kinds(employee, id)).toEqual(['replied']);
  });

  it('live, with how many are unread', async () => {
    const { coordinator } = world.acme;
    const asker = await newcomer('employee');
    const { id } = await world.build.ticket(asker, coordinator);
    const live = await Live.connect(world.url, asker.token);
    await world.build.message(coordinator, id, 'One');
    await world.build.message(coordinator, id, 'Two');
    await until(() => live.of('notification.created').length === 2);
    const heard = live.of('notification.created');
    expect(heard.map(({ notification }) => [notification.kind, notification.ticket.id])).toEqual([
      ['replied', id],
      ['replied', id],
    ]);
    expect(Math.max(...heard.map(({ unread }) => unread))).toBe(2);
    live.close();
  });
});

describe('reading', () => {
  it('one, some and all, in every tab', async () => {
    const { coordinator } = world.acme;
    const asker = await newcomer('employee');
    const { id } = await world.build.ticket(asker, coordinator);
    for (const text of ['One', 'Two', 'Three', 'Four']) await world.build.message(coordinator, id, text);
    const before = await list(asker);
    expect([before.unread, before.items.length]).toEqual([4, 4]);
    const live = await Live.connect(world.url, asker.token);
    const [first, second] = before.items.map((item) => item.id) as [string, string];
    expect((await read(asker, { ids: [first, second] })).body).toEqual({ unread: 2 });
    expect((await read(asker, { ids: [first] })).body).toEqual({ unread: 2 });
    expect((await list(asker, { unread: true })).items.map((item) => item.read)).toEqual([false, false]);
    expect((await list(asker, { unread: false })).items.map((item) => item.id)).toEqual([first, second]);
    expect((await read(asker, { all: true })).body).toEqual({ unread: 0 });
    await until(() => live.of('notifications.read').length === 3);
    expect(live.of('notifications.read').at(-1)).toEqual({ ids: null, unread: 0 });
    expect(new Set(live.of('notifications.read')[0]?.ids)).toEqual(new Set([first, second]));
    live.close();
  });

  it('happens with reading the ticket, as far as it was read', async () => {
    const { coordinator } = world.acme;
    const asker = await newcomer('employee');
    const { id, lastSeq } = await world.build.ticket(asker, coordinator);
    for (const text of ['One', 'Two', 'Three']) await world.build.message(coordinator, id, text);
    await list(asker);
    const readTicket = (seq: number) =>
      asker.client.call(conversationEndpoints.read, { params: { id }, body: { seq } });
    await readTicket(lastSeq + 2);
    expect((await list(asker)).unread).toBe(1);
    await readTicket(lastSeq + 3);
    expect((await list(asker)).unread).toBe(0);
  });

  it("refuses to read nothing in particular, and others' notifications", async () => {
    const { employee, coordinator, stranger } = world.acme;
    const { id } = await ticket();
    await world.build.message(coordinator, id, 'One');
    const theirs = (await list(employee)).items[0]?.id as string;
    expect((await read(stranger, { ids: [theirs] })).status).toBe(404);
    expect((await read(stranger, {})).status).toBe(400);
    expect((await list(employee)).items[0]?.read).toBe(false);
  });
});

it('pages through every one, once', async () => {
  const { coordinator } = world.acme;
  const asker = await newcomer('employee');
  const { id } = await world.build.ticket(asker, coordinator);
  for (let n = 0; n < 7; n++) await world.build.message(coordinator, id, `Reply ${n}`);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await list(asker, { limit: 3, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  } while (cursor);
  expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
});

it('says nothing of a ticket that is out of sight', async () => {
  const { insider, employee, restrictedTeamId: teamId } = world.acme;
  const helper = await newcomer('coordinator');
  const { id } = await world.build.ticket(employee, helper, { status: 'in_progress' });
  await world.build.message(employee, id, 'A question');
  expect((await list(helper)).unread).toBe(1);
  await insider.client.call(ticketsEndpoints.assign, { params: { id }, body: { teamId, assigneeId: insider.id } });
  expect(await list(helper)).toEqual({ items: [], nextCursor: null, unread: 0 });
});

it('forgets what was read long ago, and nothing unread', async () => {
  const { coordinator, tenant } = world.acme;
  const asker = await newcomer('employee');
  const { id } = await world.build.ticket(asker, coordinator);
  for (const text of ['One', 'Two', 'Three']) await world.build.message(coordinator, id, text);
  const [first, second] = (await list(asker)).items.map((item) => item.id) as [string, string];
  await read(asker, { ids: [first, second] });
  await world.sql(`UPDATE notifications SET read_at = now() - interval '91 days' WHERE id = $1`, [first]);
  await world.sql(`UPDATE notifications SET created_at = now() - interval '91 days' WHERE user_id = $1`, [asker.id]);
  await world.app.get(JobQueue, { strict: false }).recurring.get('forget_read_notifications')?.handle(tenant.id);
  const left = (await list(asker)).items;
  expect([left.length, left.some((item) => item.id === first)]).toEqual([2, false]);
});
