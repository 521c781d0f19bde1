import { notificationsEndpoints } from '@baton/contracts/notifications/notifications.endpoints';
import { slaEndpoints } from '@baton/contracts/sla/sla.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { bulkEditingIn } from '../../../test/support/bulk-editing.js';
import { quiet } from '../../../test/support/live.js';
import { mergingIn } from '../../../test/support/merging.js';
import { HOURS, Promises, same } from '../../../test/support/promises.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
let promises: Promises;
let calendarId: string;
let policyId: string;

beforeAll(async () => {
  world = await startWorld();
  promises = new Promises(world, world.acme);
  calendarId = await promises.calendar();
  policyId = await promises.policy({ calendarId });
}, 60_000);
afterAll(() => world.stop());

const opened = (wish = {}) => world.build.ticket(world.acme.employee, world.acme.coordinator, wish);
const changePolicy = async (body: object) => {
  const { admin } = world.acme;
  const answer = await admin.client.call(slaEndpoints.updatePolicy, { params: { id: policyId }, body: { ...body } });
  expect(answer.status).toBe(200);
  await promises.settled();
};
/** As if no worker had run for a while. */
const unwatched = (id: string) => world.sql('UPDATE sla_clocks SET next_at = NULL WHERE ticket_id = $1', [id]);
const breaches = async (id: string) => (await promises.told(id)).filter(({ type }) => type === 'sla.breached').length;

describe('what went wrong', () => {
  const { merge, unmerge } = mergingIn(() => world);
  const bulk = bulkEditingIn(() => world);

  it('before a ticket ended is recorded after it, and hurries nobody any more', async () => {
    await changePolicy({ escalation: { notify: ['assignee'], raisePriority: true, reassign: true } });
    const { id } = await opened();
    await promises.clocks(id);
    await unwatched(id);
    await promises.moveClock(61);
    await world.acme.employee.client.call(ticketsEndpoints.withdraw, { params: { id }, body: {} });
    await promises.settled();
    expect(await promises.states(id)).toEqual(['first_response 1 breached', 'resolution 1 cancelled']);
    expect(await promises.ticket(id)).toMatchObject({ status: 'withdrawn', priority: 'medium', overdue: false });
    expect(await world.sql('SELECT last_error FROM graphile_worker.jobs WHERE last_error IS NOT NULL')).toEqual([]);
    await changePolicy({ escalation: { notify: ['assignee'], raisePriority: false, reassign: false } });
  });

  it('with one ticket keeps no other waiting', async () => {
    const [bad, good] = [await opened(), await opened()];
    await promises.clocks(good.id);
    await world.sql(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not this one'; END $$`);
    await world.sql(`CREATE TRIGGER fail BEFORE INSERT ON events FOR EACH ROW
      WHEN (NEW.ticket_id = '${bad.id}' AND NEW.type LIKE 'sla.%') EXECUTE FUNCTION fail()`);
    await promises.after(61);
    expect([await breaches(bad.id), await breaches(good.id)]).toEqual([0, 1]);
    const { admin } = world.acme;
    const body = { targets: same({ ...HOURS, firstResponse: 50 }) };
    await admin.client.call(slaEndpoints.updatePolicy, { params: { id: policyId }, body });
    const target = async () => (await promises.clocks(good.id))[0]?.targetMinutes;
    while ((await target()) !== 50) await quiet(50);
    await changePolicy({ targets: same(HOURS) });
    await world.sql('DROP TRIGGER fail ON events');
    await promises.after(2);
    expect([await breaches(bad.id), await breaches(good.id)]).toEqual([1, 1]);
  });

  it('is told to those it concerns although policies change in the same moment', async () => {
    const { coordinator } = world.acme;
    const { id } = await opened({ assignee: coordinator, status: 'in_progress' });
    await promises.clocks(id);
    await unwatched(id);
    await promises.moveClock(61);
    await changePolicy({ name: 'Standard of another name' });
    const { items } = (await coordinator.client.call(notificationsEndpoints.list)).body;
    expect(items.filter(({ ticket }) => ticket.id === id).map(({ kind }) => kind)).toEqual(['sla_breached']);
  });

  it('by a merge or a bulk edit is undone with its clocks: they go on as if nothing had ended them', async () => {
    const running = ['first_response 1 running', 'resolution 1 running'];
    const [source, target] = [await opened(), await opened()];
    const before = await promises.clocks(source.id);
    await merge(source.id, target.id);
    expect(await promises.states(source.id)).toEqual(['first_response 1 cancelled', 'resolution 1 cancelled']);
    await promises.after(5);
    await unmerge(source.id);
    expect(await promises.states(source.id)).toEqual(running);
    const after = await promises.clocks(source.id);
    expect(after.map(({ dueAt, recomputed }) => [dueAt, recomputed])).toEqual(before.map(({ dueAt }) => [dueAt, true]));
    const waiting = await opened({ status: 'waiting' });
    const edit = await bulk.run({ selection: { ids: [waiting.id] }, changes: { status: 'resolved' } });
    expect(await promises.states(waiting.id)).toEqual(['first_response 1 cancelled', 'resolution 1 met']);
    await bulk.undone(edit.id);
    expect(await promises.states(waiting.id)).toEqual(['first_response 1 running', 'resolution 1 paused']);
  });
});

it('a deadline that moved away is warned of anew, and broken once', async () => {
  const { id } = await opened();
  await promises.after(46);
  await changePolicy({ targets: same({ ...HOURS, firstResponse: 200 }) });
  expect((await promises.ticket(id)).sla).toMatchObject({ targetMinutes: 200, warned: false });
  const said = async () =>
    (await promises.told(id))
      .filter(({ data }) => data.metric === 'first_response')
      .map(({ type, data }) => data.percent ?? type.slice(4));
  await promises.after(110);
  expect(await said()).toEqual([75, 'target_changed', 75]);
  await promises.after(60);
  const { breachedAt } = (await promises.clocks(id))[0]!;
  await changePolicy({ targets: same({ ...HOURS, firstResponse: 400 }) });
  await promises.after(200);
  expect(await said()).toEqual([75, 'target_changed', 75, 90, 'breached', 'target_changed']);
  expect((await promises.clocks(id))[0]).toMatchObject({ breachedAt, state: 'breached' });
  await changePolicy({ targets: same(HOURS) });
});

it('what never comes together by a calendar is refused by name, from either side', async () => {
  const { client } = world.acme.admin;
  const narrow = { timeZone: 'UTC', windows: { mon: [['09:00', '09:01']] }, holidays: [] };
  const body = { name: 'Never', calendarId: await promises.calendar('Narrow', narrow), targets: same(HOURS) };
  const long = same({ ...HOURS, resolution: 366 * 1440 });
  const refused = await client.call(slaEndpoints.createPolicy, { body: { ...body, targets: long } });
  expect([refused.status, Object.keys(refused.error.details)]).toEqual([
    400,
    ['low', 'medium', 'high', 'urgent'].map((priority) => `targets.${priority}.resolution`),
  ]);
  const id = await promises.calendar('Wide');
  await promises.policy({ name: 'Long', calendarId: id, targets: long });
  const update = { params: { id }, body: { calendar: narrow } };
  const shrunk = await client.call(slaEndpoints.updateCalendar, update);
  expect([shrunk.status, Object.keys(shrunk.error.details)]).toEqual([400, ['calendar.windows']]);
});
