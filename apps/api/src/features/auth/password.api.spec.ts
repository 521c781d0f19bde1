import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { Browser } from '../../../test/support/browser.js';
import {
  addOrganization,
  addPerson,
  eventsOf,
  mailedToken,
  mailsTo,
  type Organization,
  PASSWORD,
  type Person,
  signIn,
} from '../../../test/support/people.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { Clock } from '../../platform/clock/clock.js';

const { forgotPassword, resetPassword, changePassword, login, me } = authEndpoints;
const NEXT = 'another quiet harbour';

describe('a password', () => {
  let app: TestApp;
  let acme: Organization;
  let person: Person;
  let addresses = 0;

  const stranger = () => new Browser(app.url, `198.51.100.${++addresses}`);
  const ask = (email: string) => stranger().call(forgotPassword, { body: { email } });
  const reset = (token: string, password = NEXT) => stranger().outcome(resetPassword, { body: { token, password } });
  const enter = (password: string) => stranger().outcome(login, { body: { email: person.email, password } });

  beforeAll(async () => {
    app = await startTestApp({ TRUST_PROXY: '1', PUBLIC_URL: 'https://help.acme.test' });
    acme = await addOrganization(app, 'acme');
  });
  beforeEach(async () => {
    person = await addPerson(app, acme);
  });
  afterAll(() => app.stop());

  it('can be chosen anew until a time that the reader understands', async () => {
    await app.sql(`UPDATE users SET time_zone = 'Asia/Kathmandu' WHERE id = $1`, [person.id]);
    await ask(person.email);
    expect((await mailsTo(app, person.email)).at(-1)?.text).toContain('GMT+5:45');
  });

  it('is chosen anew with a mailed link, which works once and ends every session', async () => {
    const [one, two] = [await signIn(app, person), await signIn(app, person)];
    await ask(person.email);
    const token = await mailedToken(app, person.email);
    expect(await reset(token)).toBe(204);
    expect([await enter(PASSWORD), await enter(NEXT)]).toEqual(['auth.invalid_credentials', 200]);
    expect([await one.outcome(me), await two.outcome(me)]).toEqual([
      'access.unauthenticated',
      'access.unauthenticated',
    ]);
    expect(await reset(token, 'a third quiet harbour')).toBe('auth.token_invalid');
    expect((await mailsTo(app, person.email)).map(({ template }) => template)).toEqual([
      'password.reset',
      'password.changed',
    ]);
    expect(await eventsOf(app, person.id)).toEqual(['user.password_reset_requested', 'user.password_changed']);
    const [stored] = await app.sql('SELECT json_agg(e)::text AS events FROM events e');
    expect(stored?.events).not.toContain(token.split('.')[1]);
  });

  it('gives the reset to one of several who hold the link', async () => {
    await ask(person.email);
    const token = await mailedToken(app, person.email);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => reset(token)));
    expect(outcomes.sort()).toEqual([204, ...Array(4).fill('auth.token_invalid')]);
    expect((await eventsOf(app, person.id)).filter((type) => type === 'user.password_changed')).toHaveLength(1);
  });

  it('is not reset with a link that is late, replaced, cut short, for something else, or made up', async () => {
    await ask(person.email);
    const first = await mailedToken(app, person.email);
    await ask(person.email);
    const second = await mailedToken(app, person.email);
    expect(await reset(first)).toBe('auth.token_invalid');
    const refused = [second.slice(0, -1), second.slice(33), `${second}A`, 'x', `${'0'.repeat(32)}.${'A'.repeat(43)}`];
    for (const token of refused) expect(await reset(token)).toBe('auth.token_invalid');
    await app.app.get(Clock).advance(30 * 60 + 1);
    expect(await reset(second)).toBe('auth.token_invalid');
    expect(await enter(PASSWORD)).toBe(200);
  });

  it.each([
    ['short', 'password.too_short'],
    ['password1234', 'password.too_common'],
    ['PASSWORD1234', 'password.too_common'],
    ['ä'.repeat(40), 'password.too_long'],
  ])('%j is refused as a new one, and the link stays good', async (password, code) => {
    await ask(person.email);
    const token = await mailedToken(app, person.email);
    expect(await reset(token, password)).toBe(code);
    expect(await reset(token, person.email)).toBe('password.contains_identity');
    expect(await reset(token)).toBe(204);
  });

  it('is asked for alike whether or not there is an account', async () => {
    const pending = await addPerson(app, acme, { status: 'pending' });
    const suspended = await addPerson(app, acme, { status: 'suspended' });
    const emails = [person.email, pending.email, suspended.email, 'nobody@nowhere.test'];
    const answers = await Promise.all(emails.map((email) => ask(email)));
    for (const { status, body } of answers) expect([status, body]).toEqual([202, '']);
    const mailed = await Promise.all(emails.map(async (email) => (await mailsTo(app, email)).length));
    expect(mailed).toEqual([1, 0, 0, 0]);
  });

  it('is mailed about five times an hour at most, and silently not more often', async () => {
    for (let turn = 0; turn < 7; turn++) expect((await ask(person.email)).status).toBe(202);
    expect(await mailsTo(app, person.email)).toHaveLength(5);
  });

  it('is changed with the current one, which ends the other sessions', async () => {
    const [here, there] = [await signIn(app, person), await signIn(app, person)];
    await ask(person.email);
    const token = await mailedToken(app, person.email);
    const change = (currentPassword: string, newPassword = NEXT) =>
      here.outcome(changePassword, { body: { currentPassword, newPassword } });
    expect(await change('not the password')).toBe('auth.wrong_password');
    expect(await change(PASSWORD, 'short')).toBe('password.too_short');
    expect(await change(PASSWORD)).toBe(204);
    expect([await here.outcome(me), await there.outcome(me)]).toEqual([200, 'access.unauthenticated']);
    expect(await reset(token)).toBe('auth.token_invalid');
    expect(await enter(NEXT)).toBe(200);
    const [, mail] = await mailsTo(app, person.email);
    expect(mail).toMatchObject({ template: 'password.changed' });
  });

  it('is not guessed through a stolen token', async () => {
    const browser = await signIn(app, person);
    const guess = () =>
      browser.call(changePassword, { body: { currentPassword: 'not the password', newPassword: NEXT } });
    for (let turn = 0; turn < 10; turn++) expect((await guess()).status).toBe(400);
    const refused = await guess();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('links to where people reach Baton, and its cookie is for HTTPS there', async () => {
    await ask(person.email);
    const [mail] = await mailsTo(app, person.email);
    expect(mail?.text).toContain('https://help.acme.test/reset-password?token=');
    const answer = await stranger().call(login, { body: { email: person.email, password: PASSWORD } });
    for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Strict/);
  });
});
