import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { organizationsEndpoints } from '@baton/contracts/organizations/organizations.endpoints';
import type { TenantId } from '@baton/domain/shared/brand';
import bcrypt from 'bcrypt';
import pg from 'pg';
import type { Browser } from '../../../test/support/browser.js';
import {
  addOrganization,
  addPerson,
  eventsOf,
  type Organization,
  PASSWORD,
  signIn,
} from '../../../test/support/people.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { TenantProvisioning } from '../tenants/tenant-provisioning.repository.js';

const { get, update } = organizationsEndpoints;

describe('an organization', () => {
  let app: TestApp;
  let acme: Organization;
  let admin: Browser;

  beforeAll(async () => {
    app = await startTestApp({ TRUST_PROXY: '1' });
    acme = await addOrganization(app, 'acme');
    admin = await signIn(app, await addPerson(app, acme, { role: 'admin' }));
  });
  afterAll(() => app.stop());

  it('is read by its people and changed by its admins, with before and after on record', async () => {
    const employee = await signIn(app, await addPerson(app, acme));
    const before = (await employee.call(get)).body;
    expect(before).toMatchObject({ id: acme.id, slug: 'acme', reopenWindowDays: 7 });
    expect(await employee.outcome(update, { body: { name: 'Mine' } })).toBe('access.forbidden');
    const body = { reopenWindowDays: 14, emailDomains: ['Acme.test', 'acme.test', 'acme.example'], name: before.name };
    const after = (await admin.call(update, { body })).body;
    expect(after).toEqual({ ...before, reopenWindowDays: 14, emailDomains: ['acme.test', 'acme.example'] });
    expect((await admin.call(update, { body: { reopenWindowDays: 14 } })).status).toBe(200);
    expect(await eventsOf(app, acme.id)).toEqual(['organization.changed']);
    const [event] = await app.sql('SELECT data FROM events WHERE subject_id = $1', [acme.id]);
    expect(event?.data).toEqual({
      before: { reopenWindowDays: 7, emailDomains: ['acme.test'] },
      after: { reopenWindowDays: 14, emailDomains: ['acme.test', 'acme.example'] },
    });
  });

  it.each([
    ['reopenWindowDays', 0],
    ['emailDomains', ['not a domain']],
    ['slug', 'other'],
    ['ticketPrefix', 'NEW'],
  ])('does not take %s = %j', async (field, value) => {
    expect(await admin.outcome(update, { body: { [field]: value } })).toBe('request.invalid');
  });

  it('is founded by the operator with an admin who can sign in', async () => {
    const owner = new pg.Client({ connectionString: app.ownerUrl });
    await owner.connect();
    const operator = new TenantProvisioning(owner, new Date());
    const id: TenantId = await operator.createTenant({ slug: 'initech', name: 'Initech', ticketPrefix: 'INI' });
    const passwordHash = await bcrypt.hash(PASSWORD, 4);
    const email = 'boss@initech.test';
    const userId = await operator.createAdmin({ tenantId: id, name: 'The Boss', email, passwordHash });
    await expect(operator.createTenant({ slug: 'initech', name: 'X', ticketPrefix: 'X' })).rejects.toThrow('unique');
    await owner.end();
    const boss = await signIn(app, { email });
    expect((await boss.call(authEndpoints.me)).body).toMatchObject({ role: 'admin', employeeNumber: 'EMP-0001' });
    expect((await boss.call(get)).body).toMatchObject({ id, slug: 'initech', ticketPrefix: 'INI' });
    expect(await eventsOf(app, userId)).toEqual(['user.created']);
  });
});
