import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { teamsEndpoints } from '@baton/contracts/teams/teams.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import type { Browser } from '../../../test/support/browser.js';
import { addOrganization, addPerson, eventsOf, type Organization, signIn } from '../../../test/support/people.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

const { list, get, update, suspend, reactivate } = usersEndpoints;

describe('people', () => {
  let app: TestApp;
  let acme: Organization;
  let admin: Browser;

  const change = (id: string, body: object) => admin.outcome(update, { params: { id }, body });

  beforeAll(async () => {
    app = await startTestApp({ TRUST_PROXY: '1' });
    acme = await addOrganization(app, 'acme');
    admin = await signIn(app, await addPerson(app, acme, { role: 'admin', name: 'Ada' }));
  });
  afterAll(() => app.stop());

  it('are listed by name, filtered, counted and paged', async () => {
    const globex = await addOrganization(app, 'globex');
    await addPerson(app, globex, { name: 'Foreign 100%' });
    const names = ['Bela 100%', 'Bela 1000', 'Cleo', 'Cleo', 'Dora'];
    for (const name of names) await addPerson(app, acme, { name, role: 'coordinator' });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, unknown> = { role: 'coordinator', limit: 2, ...(cursor && { cursor }) };
      const page: Awaited<ReturnType<typeof fetchPage>> = await fetchPage(query);
      expect(page.total).toBe(5);
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(names);
    const found = await fetchPage({ q: '100%' });
    expect(found.items.map(({ name }) => name)).toEqual(['Bela 100%']);
    expect((await fetchPage({ q: "'; DROP TABLE users --" })).total).toBe(0);
    expect(await admin.outcome(list, { query: { cursor: 'bm90IGEgY3Vyc29y' } })).toBe('request.invalid');
    expect(await admin.outcome(list, { query: { q: '\u0000' } })).toBe('request.invalid');
    expect(await admin.outcome(list, { query: { limit: 1e9 } })).toBe('request.invalid');

    async function fetchPage(query: Record<string, unknown>) {
      return (await admin.call(list, { query })).body;
    }
  });

  it('of another organization are not there', async () => {
    const elsewhere = await addPerson(app, await addOrganization(app, 'initech'), { status: 'pending' });
    const params = { id: elsewhere.id };
    const outcomes = [
      await admin.outcome(get, { params }),
      await change(elsewhere.id, { role: 'admin' }),
      await admin.outcome(suspend, { params }),
      await admin.outcome(reactivate, { params }),
      await admin.outcome(usersEndpoints.approve, { params }),
      await admin.outcome(usersEndpoints.reject, { params, body: { reason: 'No' } }),
      await admin.outcome(usersEndpoints.resendInvitation, { params }),
      await admin.outcome(usersEndpoints.avatar, { params }),
    ];
    expect(new Set(outcomes)).toEqual(new Set(['resource.not_found']));
    expect(await eventsOf(app, elsewhere.id)).toEqual([]);
  });

  it('change role and teams, and leave their teams when they may not be in one any more', async () => {
    const person = await addPerson(app, acme);
    const team = (await admin.call(teamsEndpoints.create, { body: { name: 'Network' } })).body;
    expect(await change(person.id, { teamIds: [team.id] })).toBe('request.invalid');
    expect(await change(person.id, { role: 'coordinator', teamIds: [team.id], name: 'New Name' })).toBe(200);
    const query = { team: team.id };
    expect((await admin.call(list, { query })).body.items).toMatchObject([{ name: 'New Name', teamIds: [team.id] }]);
    const foreign = await addOrganization(app, 'hooli');
    const [other] = await app.sql<{ id: string }>(
      `INSERT INTO teams (tenant_id, id, name, created_at) VALUES ($1, gen_random_uuid(), 'Theirs', now()) RETURNING id`,
      [foreign.id],
    );
    expect(await change(person.id, { teamIds: [other!.id] })).toBe('resource.not_found');
    expect(await change(person.id, { role: 'employee' })).toBe(200);
    expect((await admin.call(get, { params: { id: person.id } })).body.teamIds).toEqual([]);
    expect(await eventsOf(app, person.id)).toEqual([
      'user.role_changed',
      'user.profile_changed',
      'user.teams_changed',
      'user.role_changed',
      'user.teams_changed',
    ]);
  });

  it('do not suspend or demote themselves', async () => {
    const { id } = (await admin.call(authEndpoints.me)).body;
    expect(await admin.outcome(suspend, { params: { id } })).toBe('account.self_change');
    expect(await change(id, { role: 'employee' })).toBe('account.self_change');
    expect(await change(id, { role: 'admin', name: 'Ada' })).toBe(200);
  });

  it('are suspended and come back, each once', async () => {
    const { id } = await addPerson(app, acme);
    const both = await Promise.all([1, 2].map(() => admin.outcome(suspend, { params: { id } })));
    expect(both.sort()).toEqual([200, 'account.transition_not_allowed']);
    expect(await admin.outcome(usersEndpoints.approve, { params: { id } })).toBe('account.transition_not_allowed');
    expect(await admin.outcome(reactivate, { params: { id } })).toBe(200);
    expect(await admin.outcome(reactivate, { params: { id } })).toBe('account.transition_not_allowed');
    const pending = await addPerson(app, acme, { status: 'pending' });
    const early = await admin.outcome(reactivate, { params: { id: pending.id } });
    expect(early).toBe('account.transition_not_allowed');
    expect(await eventsOf(app, id)).toEqual(['user.suspended', 'user.reactivated']);
  });

  it.each([
    [
      'demote',
      (browser: Browser, id: string) => browser.outcome(update, { params: { id }, body: { role: 'employee' } }),
    ],
    ['suspend', (browser: Browser, id: string) => browser.outcome(suspend, { params: { id } })],
  ])('keep an admin when the last two %s each other at once', async (word, act) => {
    for (let turn = 0; turn < 3; turn++) {
      const place = await addOrganization(app, `${word}-${turn}`);
      const people = [await addPerson(app, place, { role: 'admin' }), await addPerson(app, place, { role: 'admin' })];
      const [one, two] = [await signIn(app, people[0]!), await signIn(app, people[1]!)];
      const outcomes = await Promise.all([act(one, people[1]!.id), act(two, people[0]!.id)]);
      expect(outcomes.filter((outcome) => outcome === 200)).toHaveLength(1);
      const [left] = await app.sql<{ admins: string }>(
        `SELECT count(*) AS admins FROM users WHERE tenant_id = $1 AND role = 'admin' AND status = 'approved'`,
        [place.id],
      );
      expect(left?.admins).toBe('1');
    }
  });

  it('cannot be changed beyond the fields there are', async () => {
    const { id } = await addPerson(app, acme);
    for (const field of ['status', 'email', 'tenantId', 'passwordHash', 'createdAt', '__proto__'])
      expect(await admin.call(update, { params: { id }, body: JSON.parse(`{"${field}":"x"}`) })).toMatchObject({
        status: 400,
      });
    expect(await eventsOf(app, id)).toEqual([]);
  });
});
