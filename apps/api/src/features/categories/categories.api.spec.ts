import { categoriesEndpoints } from '@baton/contracts/categories/categories.endpoints';
import { teamsEndpoints } from '@baton/contracts/teams/teams.endpoints';
import type { Browser } from '../../../test/support/browser.js';
import { addOrganization, addPerson, eventsOf, type Organization, signIn } from '../../../test/support/people.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

const { list, create, update } = categoriesEndpoints;

describe('categories', () => {
  let app: TestApp;
  let acme: Organization;
  let admin: Browser;

  const add = async (name: string, parentId: string | null = null) =>
    (await admin.call(create, { body: { name, parentId } })).body;
  const change = (id: string, body: object) => admin.outcome(update, { params: { id }, body });

  beforeAll(async () => {
    app = await startTestApp({ TRUST_PROXY: '1' });
    acme = await addOrganization(app, 'acme');
    admin = await signIn(app, await addPerson(app, acme, { role: 'admin' }));
  });
  afterAll(() => app.stop());

  it('form a tree that everybody reads and admins change', async () => {
    const it = await add('IT');
    const network = await add('Network', it.id);
    const vpn = await add('VPN', network.id);
    await add('Building');
    expect(vpn.path).toBe('IT › Network › VPN');
    const employee = await signIn(app, await addPerson(app, acme));
    const paths = (await employee.call(list)).body.items.map(({ path }) => path);
    expect(paths).toEqual(['Building', 'IT', 'IT › Network', 'IT › Network › VPN']);
    expect(await employee.outcome(create, { body: { name: 'Mine' } })).toBe('access.forbidden');
    expect(await change(network.id, { name: 'Networks', archived: true })).toBe(200);
    expect(await change(network.id, { name: 'Networks' })).toBe(200);
    expect(await change(vpn.id, { parentId: null })).toBe(200);
    const { items } = (await admin.call(list)).body;
    expect(items.map(({ path }) => path)).toEqual(['Building', 'IT', 'IT › Networks', 'VPN']);
    expect(items[2]).toMatchObject({ archived: true, parentId: it.id });
    expect(await eventsOf(app, network.id)).toEqual(['category.created', 'category.changed']);
  });

  it('lie below no descendant of theirs, not even by two moves at once', async () => {
    const [a, b] = [await add('A'), await add('B')];
    const c = await add('C', b.id);
    expect(await change(a.id, { parentId: a.id })).toBe('category.cycle');
    expect(await change(b.id, { parentId: c.id })).toBe('category.cycle');
    const outcomes = await Promise.all([change(a.id, { parentId: c.id }), change(b.id, { parentId: a.id })]);
    expect(outcomes.sort()).toEqual([200, 'category.cycle']);
  });

  it('have names of their own below one parent', async () => {
    const [one, other] = [await add('One'), await add('Other')];
    await add('Printers', one.id);
    const free = await add('Printers', other.id);
    expect(await admin.outcome(create, { body: { name: 'printers', parentId: one.id } })).toBe('category.name_taken');
    expect(await admin.outcome(create, { body: { name: 'ONE' } })).toBe('category.name_taken');
    expect(await change(free.id, { parentId: one.id })).toBe('category.name_taken');
    expect(await change(other.id, { name: 'One' })).toBe('category.name_taken');
  });

  it('hang on nothing of another organization', async () => {
    const globex = await addOrganization(app, 'globex');
    const stranger = await signIn(app, await addPerson(app, globex, { role: 'admin' }));
    const theirs = (await stranger.call(create, { body: { name: 'Theirs' } })).body;
    const team = (await stranger.call(teamsEndpoints.create, { body: { name: 'Theirs' } })).body;
    const ours = await add('Ours');
    const outcomes = [
      await admin.outcome(create, { body: { name: 'X', parentId: theirs.id } }),
      await admin.outcome(create, { body: { name: 'X', teamId: team.id } }),
      await change(ours.id, { parentId: theirs.id }),
      await change(ours.id, { teamId: team.id }),
      await change(theirs.id, { name: 'Ours' }),
    ];
    expect(new Set(outcomes)).toEqual(new Set(['resource.not_found']));
    expect((await stranger.call(list)).body.items).toEqual([theirs]);
    const own = (await admin.call(teamsEndpoints.create, { body: { name: 'Own' } })).body;
    expect(await change(ours.id, { teamId: own.id })).toBe(200);
    expect(await change(ours.id, { teamId: null })).toBe(200);
  });
});
