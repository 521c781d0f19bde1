import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { Browser } from '../../../test/support/browser.js';
import { addOrganization, addPerson, type Organization, PASSWORD, signIn } from '../../../test/support/people.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { Clock } from '../../platform/clock/clock.js';

describe('signing in', () => {
  let app: TestApp;
  let acme: Organization;
  let globex: Organization;
  let addresses = 0;

  /** Nobody has come from here yet. */
  const stranger = () => new Browser(app.url, `198.51.100.${++addresses}`);
  const login = (browser: Browser, email: string, password = PASSWORD, organization?: string) =>
    browser.call(authEndpoints.login, { body: { email, password, ...(organization && { organization }) } });

  beforeAll(async () => {
    app = await startTestApp({ TRUST_PROXY: '1' });
    acme = await addOrganization(app, 'acme');
    globex = await addOrganization(app, 'globex');
  });
  afterAll(() => app.stop());

  it('answers with a token, the person and a cookie out of reach of scripts', async () => {
    const person = await addPerson(app, acme, { role: 'coordinator' });
    const answer = await login(stranger(), person.email.toUpperCase());
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      expiresIn: 900,
      user: { id: person.id, role: 'coordinator', tenantId: acme.id, organizationSlug: 'acme', teamIds: [] },
    });
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('baton_refresh='));
    expect(cookie).toMatch(/; Path=\/api\/auth; HttpOnly; SameSite=Strict/);
    const [row] = await app.sql('SELECT last_sign_in_at FROM users WHERE id = $1', [person.id]);
    expect(row?.last_sign_in_at).not.toBeNull();
  });

  it.each([
    ['pending', 'auth.account_pending', {}],
    ['rejected', 'auth.account_rejected', { reason: 'No' }],
    ['suspended', 'auth.account_suspended', {}],
  ] as const)('tells a %s account its state after the right password only', async (status, code, details) => {
    const { email } = await addPerson(app, acme, { status });
    const right = await login(stranger(), email);
    expect(right.error).toMatchObject({ code, details });
    expect(right.headers.getSetCookie()).toEqual([]);
    const wrong = await login(stranger(), email, 'not the password');
    expect(wrong.error.code).toBe('auth.invalid_credentials');
  });

  it('answers a wrong password and an unknown e-mail alike', async () => {
    const { email } = await addPerson(app, acme);
    const answers = [
      await login(stranger(), email, 'not the password'),
      await login(stranger(), 'nobody@nowhere.test', 'not the password'),
      await login(stranger(), email, PASSWORD, 'no-such-organization'),
      await login(stranger(), email, PASSWORD, globex.slug),
    ];
    const seen = answers.map(({ status, error }) => JSON.stringify({ status, ...error, requestId: '' }));
    expect(new Set(seen).size).toBe(1);
    expect(answers[0]?.status).toBe(401);
  });

  it('never lets a password pass that bcrypt would cut off', async () => {
    const { id, email } = await addPerson(app, acme);
    const long = 'x'.repeat(72);
    const bcrypt = await import('bcrypt');
    await app.sql('UPDATE users SET password_hash = $1 WHERE id = $2', [await bcrypt.hash(long, 4), id]);
    expect((await login(stranger(), email, long)).status).toBe(200);
    expect((await login(stranger(), email, `${long}y`)).status).toBe(401);
  });

  it('asks for the organization when the password opens several accounts', async () => {
    const email = 'consultant@elsewhere.test';
    await addPerson(app, acme, { email });
    const there = await addPerson(app, globex, { email });
    const answer = await login(stranger(), email);
    expect(answer.status).toBe(409);
    expect(answer.error.code).toBe('auth.organization_required');
    expect(answer.error.details.organizations.map(({ slug }: Organization) => slug).sort()).toEqual(['acme', 'globex']);
    expect((await login(stranger(), email, PASSWORD, 'globex')).body.user.id).toBe(there.id);
    await app.sql(`UPDATE users SET status = 'suspended' WHERE email = $1 AND tenant_id = $2`, [email, acme.id]);
    expect((await login(stranger(), email)).body.user.id).toBe(there.id);
  });

  it('stops guessing after ten failures, and the owner still gets in', async () => {
    const person = await addPerson(app, acme);
    const owner = await signIn(app, person);
    const attacker = stranger();
    const guesses = Array.from({ length: 25 }, () => login(attacker, person.email, 'not the password'));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status).sort();
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    const refused = await login(attacker, person.email);
    expect(refused.error.code).toBe('request.rate_limited');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
    expect((await login(stranger(), person.email)).status).toBe(200);
    // From the attacker's own address, but on a device that is known.
    owner.ip = attacker.ip;
    expect((await login(owner, person.email)).status).toBe(200);
  });

  it('gives in to no crowd of addresses, and still knows the owner', async () => {
    const person = await addPerson(app, acme);
    const owner = await signIn(app, person);
    for (let crowd = 0; crowd < 11; crowd++) {
      const one = stranger();
      await Promise.all(Array.from({ length: 10 }, () => login(one, person.email, 'not the password')));
    }
    expect((await login(stranger(), person.email, 'not the password')).status).toBe(429);
    expect((await login(owner, person.email)).status).toBe(200);
  });

  it('stops one address that tries one password everywhere', async () => {
    const sprayer = stranger();
    let limited = 0;
    for (let round = 0; round < 6; round++) {
      const tries = Array.from({ length: 10 }, (_, at) =>
        login(sprayer, `p${round}-${at}@acme.test`, 'Summer in Rome'),
      );
      limited += (await Promise.all(tries)).filter(({ status }) => status === 429).length;
    }
    expect(limited).toBeGreaterThanOrEqual(10);
  });

  it('opens again when the quarter of an hour is over, and right passwords never count', async () => {
    const person = await addPerson(app, acme);
    const browser = stranger();
    for (let turn = 0; turn < 12; turn++) expect((await login(browser, person.email)).status).toBe(200);
    browser.cookies.clear();
    for (let turn = 0; turn < 10; turn++) await login(browser, person.email, 'not the password');
    expect((await login(browser, person.email)).status).toBe(429);
    await app.app.get(Clock).advance(901);
    expect((await login(browser, person.email)).status).toBe(200);
  });

  it('takes nothing from a foreign page, and no other format', async () => {
    const { email } = await addPerson(app, acme);
    const body = { email, password: PASSWORD };
    for (const origin of ['https://evil.test', 'null', `${app.url}.evil.test`, app.url.replace('127', '128')]) {
      const answer = await stranger().call(authEndpoints.login, { body, headers: { origin } });
      expect(answer.error).toMatchObject({ code: 'request.foreign_origin' });
    }
    expect((await stranger().call(authEndpoints.login, { body, headers: { origin: app.url } })).status).toBe(200);
    const foreign = { origin: 'https://evil.test', 'content-type': 'text/plain' };
    expect((await stranger().call(authEndpoints.login, { body, headers: foreign })).status).toBe(403);
    expect((await stranger().raw('GET', '/api/auth/refresh', { headers: foreign })).status).toBe(403);
    const plain = await stranger().call(authEndpoints.login, { body, headers: { 'content-type': 'text/plain' } });
    expect(plain.status).toBe(415);
    expect((await stranger().raw('GET', '/api/auth/login')).status).toBe(404);
  });
});
