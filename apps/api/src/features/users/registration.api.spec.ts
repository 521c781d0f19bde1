import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { io } from 'socket.io-client';
import { Browser } from '../../../test/support/browser.js';
import {
  addOrganization,
  addPerson,
  eventsOf,
  mailsTo,
  type Organization,
  PASSWORD,
  type Person,
  signIn,
} from '../../../test/support/people.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

const { approve, approveMany, reject, list } = usersEndpoints;

describe('a registration', () => {
  let app: TestApp;
  let acme: Organization;
  let adminPerson: Person;
  let admin: Browser;
  let addresses = 0;

  const ask = (email: string, more: object = {}) =>
    new Browser(app.url, `198.51.100.${++addresses}`).call(authEndpoints.register, {
      body: { name: 'Yuki Tanaka', email, password: PASSWORD, organization: acme.slug, ...more },
    });
  const enter = (email: string) =>
    new Browser(app.url, `198.51.100.${++addresses}`).call(authEndpoints.login, {
      body: { email, password: PASSWORD },
    });
  const idOf = async (email: string) =>
    (await app.sql<{ id: string }>('SELECT id FROM users WHERE email = $1', [email]))[0]!.id;
  const templatesTo = async (email: string) => (await mailsTo(app, email)).map(({ template }) => template);

  beforeAll(async () => {
    app = await startTestApp({ TRUST_PROXY: '1' });
    acme = await addOrganization(app, 'acme');
    adminPerson = await addPerson(app, acme, { role: 'admin' });
    admin = await signIn(app, adminPerson);
  });
  afterAll(() => app.stop());

  it('waits, tells everybody, and becomes an account when an admin approves it', async () => {
    const counts: number[] = [];
    const socket = io(app.url, { auth: { token: admin.token }, transports: ['websocket'], forceNew: true });
    socket.on('registrations.changed', ({ pending }) => counts.push(pending));
    await new Promise<void>((resolve) => socket.on('connect', () => resolve()));

    const email = 'yuki@acme.test';
    const answer = await ask('Yuki@Acme.test', { phone: '+4930123456' });
    expect([answer.status, answer.body]).toEqual([202, { status: 'pending' }]);
    expect((await enter(email)).error.code).toBe('auth.account_pending');
    expect(await templatesTo(email)).toEqual(['registration.pending']);
    expect(await templatesTo(adminPerson.email)).toEqual(['registration.waiting']);

    const { items, total } = (await admin.call(list, { query: { status: 'pending' } })).body;
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ email, phone: '+4930123456', employeeNumber: 'EMP-0001', knownDomain: true });

    const approved = await admin.call(approve, { params: { id: items[0]!.id } });
    expect(approved.body).toMatchObject({ status: 'approved', role: 'employee' });
    expect((await enter(email)).status).toBe(200);
    expect(await templatesTo(email)).toEqual(['registration.pending', 'registration.approved']);
    expect(await eventsOf(app, items[0]!.id)).toEqual(['user.registered', 'user.approved']);
    expect(counts).toEqual([1, 0]);
    socket.disconnect();
  });

  it('can be rejected with a reason, which the person reads', async () => {
    const email = 'rejected@elsewhere.test';
    await ask(email);
    expect(await mailsTo(app, email)).toHaveLength(1);
    const id = await idOf(email);
    const rejected = await admin.call(reject, { params: { id }, body: { reason: 'We do not know you' } });
    expect(rejected.body).toMatchObject({
      status: 'rejected',
      rejectedReason: 'We do not know you',
      knownDomain: false,
    });
    expect((await enter(email)).error).toMatchObject({
      code: 'auth.account_rejected',
      details: { reason: 'We do not know you' },
    });
    const mails = await mailsTo(app, email);
    expect(mails.at(-1)?.text).toContain('We do not know you');
    expect(await admin.outcome(approve, { params: { id } })).toBe('account.transition_not_allowed');
  });

  it('gets the same answer for a taken e-mail and an unknown organization', async () => {
    const owner = await addPerson(app, acme);
    const answers = [
      await ask('new@acme.test'),
      await ask(owner.email),
      await ask('x@acme.test', { organization: 'nowhere' }),
    ];
    for (const { status, body } of answers) expect([status, body]).toEqual([202, { status: 'pending' }]);
    expect(await templatesTo(owner.email)).toEqual(['registration.exists']);
    expect(await mailsTo(app, 'x@acme.test')).toEqual([]);
    for (let turn = 0; turn < 6; turn++) expect((await ask(owner.email)).status).toBe(202);
    expect(await templatesTo(owner.email)).toHaveLength(5);
    const [{ name } = { name: '' }] = await app.sql<{ name: string }>('SELECT name FROM users WHERE id = $1', [
      owner.id,
    ]);
    expect(name).toBe(owner.name);
  });

  it('becomes one account when sent several times at once, and numbers are never given twice', async () => {
    const same = Array.from({ length: 5 }, () => ask('twice@acme.test'));
    const others = Array.from({ length: 10 }, (_, at) => ask(`many${at}@acme.test`));
    for (const { status } of await Promise.all([...same, ...others])) expect(status).toBe(202);
    const rows = await app.sql<{ email: string; employee_number: string }>(
      `SELECT email, employee_number FROM users WHERE email ~ '^(twice|many)'`,
    );
    expect(rows).toHaveLength(11);
    expect(new Set(rows.map((row) => row.employee_number)).size).toBe(11);
  });

  it.each([
    ['short', 'password.too_short'],
    ['1234567890', 'password.too_common'],
    ['Yuki Tanaka', 'password.contains_identity'],
    ['ä'.repeat(37), 'password.too_long'],
  ])('does not take the password %j', async (password, code) => {
    expect((await ask('weak@acme.test', { password })).error.code).toBe(code);
  });

  it.each([
    ['role', 'admin'],
    ['status', 'approved'],
    ['tenantId', '00000000-0000-0000-0000-000000000000'],
    ['email', 'not an e-mail'],
    ['phone', '123'],
    ['name', 'two\nlines'],
  ])('does not take %s = %j', async (field, value) => {
    const answer = await ask('greedy@acme.test', { [field]: value });
    expect(answer.error.code).toBe('request.invalid');
    expect(Object.keys(answer.error.details)).toEqual([field]);
  });

  it('is decided once when two admins decide at the same time', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { id } = await addPerson(app, acme, { status: 'pending' });
      const outcomes = await Promise.all([
        admin.outcome(approve, { params: { id } }),
        admin.outcome(reject, { params: { id }, body: { reason: 'No' } }),
        admin.outcome(approve, { params: { id } }),
      ]);
      expect(outcomes.filter((outcome) => outcome === 200)).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'account.transition_not_allowed')).toHaveLength(2);
      expect(await eventsOf(app, id)).toHaveLength(1);
    }
  });

  it('is approved together with others, or none of them is', async () => {
    const people = [
      await addPerson(app, acme, { status: 'pending' }),
      await addPerson(app, acme, { status: 'pending' }),
    ];
    const userIds = people.map(({ id }) => id);
    const globex = await addOrganization(app, 'globex');
    const foreign = await addPerson(app, globex, { status: 'pending' });
    const approved = await addPerson(app, acme);
    const attempt = (ids: string[]) => admin.outcome(approveMany, { body: { userIds: ids } });
    expect(await attempt([...userIds, foreign.id])).toBe('resource.not_found');
    expect(await attempt([...userIds, approved.id])).toBe('account.transition_not_allowed');
    expect(await eventsOf(app, userIds[0]!)).toEqual([]);
    expect(await attempt(userIds)).toBe(200);
    expect(await Promise.all(userIds.map((id) => eventsOf(app, id)))).toEqual([['user.approved'], ['user.approved']]);
    expect(await eventsOf(app, foreign.id)).toEqual([]);
  });
});
