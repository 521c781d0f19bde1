import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { io } from 'socket.io-client';
import { Browser } from '../../../test/support/browser.js';
import {
  addOrganization,
  addPerson,
  eventsOf,
  type Organization,
  type Person,
  signIn,
} from '../../../test/support/people.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { Clock } from '../../platform/clock/clock.js';

const { refresh, logout, logoutEverywhere, me, sessions, revokeSession } = authEndpoints;

describe('a session', () => {
  let app: TestApp;
  let acme: Organization;
  let person: Person;

  /** Another tab, or a thief: the same refresh cookie, sent on its own. */
  const copyOf = (browser: Browser) => {
    const copy = new Browser(app.url);
    copy.cookies.set('baton_refresh', browser.cookies.get('baton_refresh')!);
    return copy;
  };

  /** A live connection; `ending` is the reason it was cut for. */
  const connect = async (browser: Browser) => {
    const auth = { token: browser.token };
    const socket = io(app.url, { auth, transports: ['websocket'], forceNew: true, reconnection: false });
    const ending = new Promise<string>((resolve) => {
      socket.on('session.ended', ({ reason }) => socket.on('disconnect', () => resolve(reason)));
    });
    await new Promise((resolve, reject) => socket.on('connect', () => resolve(null)).on('connect_error', reject));
    return { ending };
  };

  beforeAll(async () => {
    app = await startTestApp({ TRUST_PROXY: '1' });
    acme = await addOrganization(app, 'acme');
  });
  beforeEach(async () => {
    person = await addPerson(app, acme);
  });
  afterAll(() => app.stop());

  it('goes on with a new token each time', async () => {
    const browser = await signIn(app, person);
    const tokens = new Set([browser.cookies.get('baton_refresh')]);
    for (let turn = 0; turn < 3; turn++) {
      const answer = await browser.call(refresh);
      expect(answer.body.user.id).toBe(person.id);
      tokens.add(browser.cookies.get('baton_refresh'));
      browser.token = answer.body.accessToken;
      expect((await browser.call(me)).status).toBe(200);
    }
    expect(tokens.size).toBe(4);
    const stored = await app.sql('SELECT token_hash FROM refresh_tokens');
    for (const token of tokens) expect(JSON.stringify(stored)).not.toContain(token?.split('.')[1]);
  });

  it('survives two tabs that refresh at the same instant', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const tabs = [await signIn(app, person)];
      tabs.push(copyOf(tabs[0]!));
      const outcomes = await Promise.all(tabs.map((tab) => tab.outcome(refresh)));
      expect(outcomes).toEqual([200, 200]);
      expect(await Promise.all(tabs.map((tab) => tab.outcome(refresh)))).toEqual([200, 200]);
    }
    expect(await eventsOf(app, person.id)).not.toContain('session.family_revoked');
  });

  it.each([
    ['a third use', async (browser: Browser) => void (await copyOf(browser).call(refresh))],
    ['its successor was used', async (browser: Browser) => void (await browser.call(refresh))],
    ['ten seconds', async () => void (await app.app.get(Clock).advance(11))],
  ])('ends as a whole when a rotated token comes back after %s', async (_case, happens) => {
    const browser = await signIn(app, person);
    const elsewhere = await signIn(app, person);
    const thief = copyOf(browser);
    const spare = copyOf(browser);
    await browser.call(refresh);
    await happens(_case === 'a third use' ? spare : browser);
    const replay = await thief.call(refresh);
    expect(replay.status).toBe(401);
    expect(replay.error.code).toBe('auth.refresh_rejected');
    expect(await browser.outcome(refresh)).toBe('auth.refresh_rejected');
    expect(await browser.outcome(me)).toBe('access.unauthenticated');
    expect(await elsewhere.outcome(refresh)).toBe(200);
    expect((await eventsOf(app, person.id)).filter((type) => type === 'session.family_revoked')).toHaveLength(1);
  });

  it('ends at sign-out, cookie and all, and signing out twice is fine', async () => {
    const browser = await signIn(app, person);
    const copy = copyOf(browser);
    const socket = await connect(browser);
    expect(await browser.outcome(logout)).toBe(204);
    expect(await socket.ending).toBe('signed_out');
    expect(browser.cookies.has('baton_refresh')).toBe(false);
    expect(await browser.outcome(me)).toBe('access.unauthenticated');
    expect(await copy.outcome(refresh)).toBe('auth.refresh_rejected');
    expect(await browser.outcome(logout)).toBe(204);
  });

  it('is listed beside the others, and each can be ended by its owner alone', async () => {
    const [here, there, other] = [await signIn(app, person), await signIn(app, person), await signIn(app, person)];
    const { items } = (await here.call(sessions)).body;
    expect(items).toHaveLength(3);
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    const [theirs] = (await there.call(sessions)).body.items.filter(({ current }) => current);
    const stranger = await signIn(app, await addPerson(app, acme));
    const params = { id: theirs!.id };
    expect(await stranger.outcome(revokeSession, { params })).toBe('resource.not_found');
    expect(await there.outcome(me)).toBe(200);
    expect(await here.outcome(revokeSession, { params })).toBe(204);
    expect(await here.outcome(revokeSession, { params })).toBe('resource.not_found');
    expect(await there.outcome(me)).toBe('access.unauthenticated');
    expect(await here.outcome(logoutEverywhere)).toBe(204);
    expect(await other.outcome(me)).toBe('access.unauthenticated');
    expect(await other.outcome(refresh)).toBe('auth.refresh_rejected');
  });

  it('ends by itself after thirty days without use', async () => {
    const browser = await signIn(app, person);
    await app.app.get(Clock).advance(29 * 86_400);
    expect(await browser.outcome(refresh)).toBe(200);
    await app.app.get(Clock).advance(31 * 86_400);
    expect(await browser.outcome(refresh)).toBe('auth.refresh_rejected');
  });

  it('ends for requests and sockets within a second of a suspension', async () => {
    const admin = await signIn(app, await addPerson(app, acme, { role: 'admin' }));
    const browser = await signIn(app, person);
    const socket = await connect(browser);
    expect(await browser.outcome(me)).toBe(200);
    expect(await admin.outcome(usersEndpoints.suspend, { params: { id: person.id } })).toBe(200);
    expect(await socket.ending).toBe('suspended');
    expect(await browser.outcome(me)).toBe('access.unauthenticated');
    expect(await browser.outcome(refresh)).toBe('auth.refresh_rejected');
  });

  it('is believed no longer than a second when it ends in another process', async () => {
    const browser = await signIn(app, person);
    expect(await browser.outcome(me)).toBe(200);
    await app.sql(`UPDATE users SET status = 'suspended' WHERE id = $1`, [person.id]);
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await browser.outcome(me)).toBe('access.unauthenticated');
  });

  it('has a new role from the next request on', async () => {
    const admin = await signIn(app, await addPerson(app, acme, { role: 'admin' }));
    const browser = await signIn(app, person);
    const socket = await connect(browser);
    expect(await browser.outcome(usersEndpoints.list)).toBe('access.forbidden');
    const promote = (role: string) => admin.call(usersEndpoints.update, { params: { id: person.id }, body: { role } });
    await promote('coordinator');
    expect(await socket.ending).toBe('changed');
    expect(await browser.outcome(usersEndpoints.list)).toBe(200);
    await promote('employee');
    expect(await browser.outcome(usersEndpoints.list)).toBe('access.forbidden');
  });

  it('refuses cookies that come with a foreign page', async () => {
    const browser = await signIn(app, person);
    const headers = { origin: 'https://evil.test' };
    for (const endpoint of [refresh, logout, logoutEverywhere])
      expect(await browser.outcome(endpoint, { headers })).toBe('request.foreign_origin');
    expect(await browser.outcome(refresh)).toBe(200);
  });

  it.each(['', 'x', 'a.b', `${'0'.repeat(32)}.${'A'.repeat(43)}`, 'é'.repeat(10)])(
    'is not opened by the cookie %j',
    async (value) => {
      const browser = new Browser(app.url);
      browser.cookies.set('baton_refresh', encodeURIComponent(value));
      expect(await browser.outcome(refresh)).toBe('auth.refresh_rejected');
    },
  );
});
