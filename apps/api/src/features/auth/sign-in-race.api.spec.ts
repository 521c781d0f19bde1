import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { Browser } from '../../../test/support/browser.js';
import { addOrganization, addPerson, type Organization, PASSWORD, signIn } from '../../../test/support/people.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { PasswordHashService } from './password-hash.service.js';

describe('while a password is being checked', () => {
  let app: TestApp;
  let acme: Organization;

  beforeAll(async () => {
    app = await startTestApp({ TRUST_PROXY: '1', ROLE: 'web' });
    acme = await addOrganization(app, 'acme');
  });
  afterAll(() => app.stop());

  /** Signs in, and lets something happen right after the password was found to be the right one. */
  async function signInDuring(email: string, meanwhile: () => Promise<unknown>): Promise<string | number> {
    const hashes = app.app.get(PasswordHashService, { strict: false });
    const matches = hashes.matches.bind(hashes);
    jest.spyOn(hashes, 'matches').mockImplementationOnce(async (password, hash) => {
      const isRight = await matches(password, hash);
      await meanwhile();
      return isRight;
    });
    return new Browser(app.url, '198.51.100.7').outcome(authEndpoints.login, { body: { email, password: PASSWORD } });
  }

  const liveSessions = (userId: string) =>
    app.sql('SELECT id FROM sessions WHERE user_id = $1 AND revoked_at IS NULL', [userId]);

  it('a changed password leaves no way in to whoever has the old one', async () => {
    const person = await addPerson(app, acme);
    const owner = await signIn(app, person);
    const body = { currentPassword: PASSWORD, newPassword: 'a louder harbour' };
    const outcome = await signInDuring(person.email, () => owner.call(authEndpoints.changePassword, { body }));
    expect(outcome).toBe('auth.invalid_credentials');
    expect(await liveSessions(person.id)).toHaveLength(1);
  });

  it('a suspension leaves no session that would come back to life with the account', async () => {
    const admin = await signIn(app, await addPerson(app, acme, { role: 'admin' }));
    const person = await addPerson(app, acme);
    const outcome = await signInDuring(person.email, () =>
      admin.call(usersEndpoints.suspend, { params: { id: person.id } }),
    );
    expect(outcome).toBe('auth.invalid_credentials');
    expect(await liveSessions(person.id)).toEqual([]);
  });
});
