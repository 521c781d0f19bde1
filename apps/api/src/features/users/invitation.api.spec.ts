import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { teamsEndpoints } from '@baton/contracts/teams/teams.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { Browser } from '../../../test/support/browser.js';
import {
  addOrganization,
  addPerson,
  eventsOf,
  mailedToken,
  mailsTo,
  type Organization,
  PASSWORD,
  signIn,
} from '../../../test/support/people.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { Clock } from '../../platform/clock/clock.js';

const { invite, resendInvitation, suspend, reactivate } = usersEndpoints;

describe('an invitation', () => {
  let app: TestApp;
  let acme: Organization;
  let admin: Browser;
  let invited = 0;

  const send = async (more: object = {}) => {
    const email = `invited${++invited}@acme.test`;
    const answer = await admin.call(invite, { body: { name: 'Mateo Ruiz', email, role: 'coordinator', ...more } });
    return { email, answer, id: answer.body.id };
  };
  const accept = (token: string, more: object = {}) =>
    new Browser(app.url, '198.51.100.1').call(authEndpoints.acceptInvitation, {
      body: { token, password: PASSWORD, ...more },
    });
  const outcomeOf = async (answer: ReturnType<typeof accept>) => {
    const { status, error } = await answer;
    return status < 400 ? status : error.code;
  };

  beforeAll(async () => {
    app = await startTestApp({ TRUST_PROXY: '1' });
    acme = await addOrganization(app, 'acme');
    admin = await signIn(app, await addPerson(app, acme, { role: 'admin', name: 'Dana Hoffmann' }));
  });
  beforeEach(async () => {
    // Time moves on in some tests, and sign-ins end with it.
    const { body } = await admin.call(authEndpoints.refresh);
    admin.token = body.accessToken;
  });
  afterAll(() => app.stop());

  it('is mailed, accepted once with a password, and signs in', async () => {
    const team = (await admin.call(teamsEndpoints.create, { body: { name: 'Network' } })).body;
    const { email, answer, id } = await send({ teamIds: [team.id], phone: '+4930123456' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ status: 'approved', invitationPending: true, teamIds: [team.id] });
    const [mail] = await mailsTo(app, email);
    expect(mail?.text).toContain('Dana Hoffmann');
    const token = await mailedToken(app, email);
    const signedIn = await accept(token, { name: 'Mateo R.' });
    expect(signedIn.body.user).toMatchObject({ id, name: 'Mateo R.', role: 'coordinator', teamIds: [team.id] });
    const browser = new Browser(app.url);
    browser.token = signedIn.body.accessToken;
    expect(await browser.outcome(usersEndpoints.list)).toBe(200);
    expect(await outcomeOf(accept(token))).toBe('auth.token_invalid');
    expect(await eventsOf(app, id)).toEqual(['user.teams_changed', 'user.invited', 'user.invitation_accepted']);
    const [stored] = await app.sql('SELECT json_agg(e)::text AS events FROM events e');
    expect(stored?.events).not.toContain(token.split('.')[1]);
  });

  it('has one winner when accepted several times at once', async () => {
    const { email, id } = await send();
    const token = await mailedToken(app, email);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(accept(token))));
    expect(outcomes.filter((outcome) => outcome === 200)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'auth.token_invalid')).toHaveLength(4);
    const accepted = (await eventsOf(app, id)).filter((type) => type === 'user.invitation_accepted');
    expect(accepted).toHaveLength(1);
  });

  it('does not get in without a password, nor with a weak one', async () => {
    const { email } = await send();
    const login = { body: { email, password: PASSWORD } };
    expect(await new Browser(app.url).outcome(authEndpoints.login, login)).toBe('auth.invalid_credentials');
    await new Browser(app.url).call(authEndpoints.forgotPassword, { body: { email } });
    expect(await mailsTo(app, email)).toHaveLength(1);
    const token = await mailedToken(app, email);
    expect(await outcomeOf(accept(token, { password: 'short' }))).toBe('password.too_short');
    expect(await outcomeOf(accept(token, { password: 'Mateo Ruiz' }))).toBe('password.contains_identity');
    expect(await outcomeOf(accept(token))).toBe(200);
  });

  it('ends when a newer one is sent, after seven days, and with a suspension', async () => {
    const { email, id } = await send();
    const first = await mailedToken(app, email);
    expect(await admin.outcome(resendInvitation, { params: { id } })).toBe(200);
    const second = await mailedToken(app, email);
    expect(await outcomeOf(accept(first))).toBe('auth.token_invalid');
    await admin.call(suspend, { params: { id } });
    expect(await outcomeOf(accept(second))).toBe('auth.token_invalid');
    expect(await admin.outcome(resendInvitation, { params: { id } })).toBe('account.transition_not_allowed');
    await admin.call(reactivate, { params: { id } });
    expect(await outcomeOf(accept(second))).toBe('auth.token_invalid');
    await admin.call(resendInvitation, { params: { id } });
    const third = await mailedToken(app, email);
    await app.app.get(Clock).advance(7 * 86_400 + 1);
    expect(await outcomeOf(accept(third))).toBe('auth.token_invalid');
  });

  it('is not a password reset, and the other way round', async () => {
    const { email } = await send();
    const token = await mailedToken(app, email);
    const body = { token, password: PASSWORD };
    expect(await new Browser(app.url).outcome(authEndpoints.resetPassword, { body })).toBe('auth.token_invalid');
    const person = await addPerson(app, acme);
    await new Browser(app.url).call(authEndpoints.forgotPassword, { body: { email: person.email } });
    expect(await outcomeOf(accept(await mailedToken(app, person.email)))).toBe('auth.token_invalid');
  });

  it('is refused for a taken e-mail, teams of an employee, and unknown teams', async () => {
    const { email } = await addPerson(app, acme);
    const [team] = (await admin.call(teamsEndpoints.list)).body.items;
    expect((await send({ email })).answer.error.code).toBe('account.email_taken');
    expect((await send({ role: 'employee', teamIds: [team!.id] })).answer.error.code).toBe('request.invalid');
    expect((await send({ teamIds: [acme.id] })).answer.error.code).toBe('resource.not_found');
    const race = Array.from({ length: 4 }, () => send({ email: 'one@acme.test' }));
    const statuses = (await Promise.all(race)).map(({ answer }) => answer.status).sort();
    expect(statuses).toEqual([201, 409, 409, 409]);
  });
});
