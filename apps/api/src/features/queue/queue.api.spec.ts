import { queueEndpoints as endpoints } from '@baton/contracts/queue/queue.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { ACTIVE_STATUSES } from '@baton/domain/tickets/ticket-status';
import type { Person } from '../../../test/support/factories.js';
import { startWorld, type World } from '../../../test/support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const { build, acme } = world;
  const { employee, coordinator, insider, restrictedTeamId } = acme;
  await build.ticket(employee, coordinator, { subject: 'New one', priority: 'urgent', tags: [] });
  const tagged = await build.ticket(employee, coordinator, { subject: 'Tagged', status: 'in_progress' });
  await coordinator.client.call(ticketsEndpoints.update, {
    params: { id: tagged.id },
    body: { tags: ['vpn', 'Home'] },
  });
  await build.ticket(coordinator, insider, { subject: 'My salary', teamId: restrictedTeamId });
  await build.ticket(employee, insider, { subject: 'A salary', teamId: restrictedTeamId });
});
afterAll(() => world.stop());

const views = async ({ client }: Person) => (await client.call(endpoints.views)).body.items;
const counts = async (person: Person) =>
  Object.fromEntries((await views(person)).map(({ key, name, count }) => [name ?? key, count]));
const save = ({ client }: Person, body: Record<string, unknown>) => client.call(endpoints.createView, { body });
const named = async (person: Person, name: string) => (await views(person)).find((view) => view.name === name);

describe('the built-in views', () => {
  it('count what the reader sees, also of tickets that are theirs without being theirs to work on', async () => {
    const { coordinator, insider, teamId, restrictedTeamId } = world.acme;
    expect(await counts(coordinator)).toEqual({
      mine: 1,
      unassigned: 2,
      overdue: 0,
      open: 3,
      waiting: 0,
      resolved_today: 0,
      'IT Support': 0,
    });
    expect(await counts(insider)).toMatchObject({ unassigned: 3, open: 4, Payroll: 2 });
    const keys = (await views(insider)).map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining([`team:${teamId}`, `team:${restrictedTeamId}`]));
  });

  it('say which tickets they are, in the words of the list', async () => {
    const { coordinator } = world.acme;
    for (const { filters, count } of await views(coordinator)) {
      const { body } = await coordinator.client.call(ticketsEndpoints.list, { query: { ...filters, count: true } });
      expect(body.total).toBe(count);
    }
  });

  it('are nobody’s to change', async () => {
    const [{ id }] = (await world.sql<{ id: string }>(`SELECT id FROM views WHERE key = 'open' LIMIT 1`)) as [
      { id: string },
    ];
    const { client } = world.acme.admin;
    expect((await client.call(endpoints.deleteView, { params: { id } })).status).toBe(404);
  });
});

describe('saved views', () => {
  it('are counted at once, and stay exact', async () => {
    const { coordinator, employee } = world.acme;
    const saved = await save(coordinator, {
      name: 'Hot',
      scope: 'personal',
      filters: { priority: ['urgent'] },
      layout: 'board',
    });
    expect(saved.status).toBe(201);
    expect(saved.body).toMatchObject({
      key: `view:${saved.body.id}`,
      count: 1,
      layout: 'board',
      sort: null,
      can: { edit: true },
    });
    await world.jobsDone();
    await world.build.ticket(employee, coordinator, { priority: 'urgent' });
    expect(await named(coordinator, 'Hot')).toMatchObject({ count: 2 });
    const params = { id: saved.body.id as string };
    const changed = await coordinator.client.call(endpoints.updateView, {
      params,
      body: { filters: { tag: ['vpn', 'lan'] }, sort: '-priority' },
    });
    expect(changed.body).toMatchObject({ count: 1, sort: '-priority', filters: { tag: ['vpn', 'lan'] } });
    await world.jobsDone();
    expect(await named(coordinator, 'Hot')).toMatchObject({ count: 1 });
    expect((await coordinator.client.call(endpoints.deleteView, { params })).status).toBe(204);
    expect(await named(coordinator, 'Hot')).toBeUndefined();
  });

  it('with words to search for have no count', async () => {
    const { coordinator } = world.acme;
    const { body } = await save(coordinator, { name: 'Words', scope: 'personal', filters: { q: 'salary' } });
    expect(body.count).toBeNull();
  });

  it('belong to their owner, to a team, or to everyone', async () => {
    const { admin, coordinator, insider, teamId, restrictedTeamId } = world.acme;
    const filters = { status: [...ACTIVE_STATUSES] };
    const outcome = async (person: Person, body: Record<string, unknown>) => {
      const { status, error } = await save(person, { name: 'Shared', filters, ...body });
      return status === 201 ? status : error.code;
    };
    expect(await outcome(coordinator, { scope: 'everyone' })).toBe('access.forbidden');
    expect(await outcome(coordinator, { scope: 'team', teamId: restrictedTeamId })).toBe('access.forbidden');
    expect(await outcome(coordinator, { scope: 'team' })).toBe('request.invalid');
    expect(await outcome(coordinator, { scope: 'personal', teamId })).toBe('request.invalid');
    expect(await outcome(admin, { scope: 'team', teamId: world.globex.teamId })).toBe('resource.not_found');
    expect(await outcome(admin, { scope: 'personal', filters: { status: [] } })).toBe('request.invalid');
    expect(await outcome(admin, { scope: 'personal', filters: { openAt: '2026-01-01T00:00:00Z' } })).toBe(
      'request.invalid',
    );
    expect(await outcome(coordinator, { scope: 'team', teamId, name: 'Ours' })).toBe(201);
    expect(await outcome(admin, { scope: 'everyone', name: 'All of us' })).toBe(201);
    expect(await named(coordinator, 'Ours')).toMatchObject({ scope: 'team', teamId, can: { edit: true } });
    expect(await named(insider, 'Ours')).toBeUndefined();
    expect(await named(insider, 'All of us')).toMatchObject({ scope: 'everyone', can: { edit: false } });
    expect(await named(world.globex.admin, 'All of us')).toBeUndefined();
  });

  it('are changed and deleted by those who keep them; hidden ones are missing', async () => {
    const { admin, coordinator, insider } = world.acme;
    const ours = (await named(coordinator, 'Ours'))?.id as string;
    const all = (await named(coordinator, 'All of us'))?.id as string;
    const rename = async ({ client }: Person, id: string, body: Record<string, unknown> = { name: 'Renamed' }) =>
      (await client.call(endpoints.updateView, { params: { id }, body })).status;
    expect(await rename(insider, ours)).toBe(404);
    expect(await rename(insider, all)).toBe(403);
    expect(await rename(world.globex.admin, all)).toBe(404);
    expect(await rename(coordinator, ours, { scope: 'everyone' })).toBe(403);
    expect(await rename(coordinator, ours, { scope: 'personal' })).toBe(200);
    expect(await named(coordinator, 'Ours')).toMatchObject({ scope: 'personal', teamId: null });
    expect(await rename(admin, ours)).toBe(404);
    expect(await rename(admin, all, { name: 'Everybody' })).toBe(200);
  });

  it('are kept in bounds', async () => {
    const { insider } = world.acme;
    const rows = `SELECT $1, gen_random_uuid(), 'personal', $2, 'v' || n, '{}', now() FROM generate_series(1, 100) n`;
    const { tenant, id } = insider;
    await world.sql(`INSERT INTO views (tenant_id, id, scope, owner_id, name, filters, created_at) ${rows}`, [
      tenant.id,
      id,
    ]);
    const { error } = await save(insider, { name: 'One more', scope: 'personal', filters: {} });
    expect(error.code).toBe('view.too_many');
  });
});

it('suggests the tags in use', async () => {
  const { coordinator } = world.acme;
  const tags = async (q?: string) =>
    (await coordinator.client.call(endpoints.tags, { query: q ? { q } : {} })).body.items;
  expect(await tags()).toEqual([
    { tag: 'Home', count: 1 },
    { tag: 'vpn', count: 1 },
  ]);
  expect(await tags('HO')).toEqual([{ tag: 'Home', count: 1 }]);
  expect(await tags('%')).toEqual([]);
});
