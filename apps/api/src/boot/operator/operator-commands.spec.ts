import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { Client } from '../../../test/support/client.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { runCommand } from './run-command.js';

const PASSWORD = 'a lighthouse in fog';
const TENANT = ['tenant:create', '--slug', 'acme', '--name', 'Acme Group', '--prefix', 'ACME'];
const ADMIN = ['admin:create', '--organization', 'acme', '--name', 'Ada Admin', '--email', 'Ada@Acme.test'];

describe('operator commands', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
  }, 30_000);
  afterAll(() => test.stop());

  async function baton(args: string[], more: NodeJS.ProcessEnv = {}) {
    const lines: string[] = [];
    const terminal = { say: (text: string) => lines.push(text), complain: (text: string) => lines.push(text) };
    const env = { NODE_ENV: 'test', DATABASE_URL: test.appUrl, DATABASE_OWNER_URL: test.ownerUrl, ...more };
    const code = await runCommand(args, env as NodeJS.ProcessEnv, terminal);
    return { code, output: lines.join('\n') };
  }

  it('make an organization and an admin who can work at once', async () => {
    const tenant = await baton([...TENANT, '--domains', 'Acme.test,acme.org']);
    expect(tenant).toEqual({ code: 0, output: expect.stringContaining('Acme Group (acme)') });
    const admin = await baton(ADMIN, { BATON_ADMIN_PASSWORD: PASSWORD });
    expect(admin.code).toBe(0);
    expect(admin.output).not.toContain(PASSWORD);

    const client = new Client(test.url);
    const body = { email: 'ada@acme.test', password: PASSWORD };
    client.token = (await client.call(authEndpoints.login, { body })).body.accessToken;
    const created = await client.call(ticketsEndpoints.create, { body: { subject: 'First', description: 'One' } });
    expect(created.body.number).toBe('ACME-1');
    const [row] = await test.sql('SELECT email_domains FROM tenants');
    expect(row).toEqual({ email_domains: ['acme.test', 'acme.org'] });
    expect(await test.sql(`SELECT FROM events WHERE type = 'user.created'`)).toHaveLength(1);
  });

  it('print a made password once', async () => {
    const { output } = await baton(ADMIN.with(-1, 'second@acme.test'));
    const password = /shown this once: (\S+)$/.exec(output)?.[1] ?? '';
    const body = { email: 'second@acme.test', password };
    expect((await new Client(test.url).call(authEndpoints.login, { body })).status).toBe(200);
  });

  it.each([
    ['a slug that is taken', TENANT, 1, 'There is an organization called acme already.'],
    ['an e-mail that is taken', ADMIN, 1, 'ada@acme.test is in acme already'],
    ['an unknown organization', ADMIN.with(2, 'nowhere'), 1, 'There is no organization called nowhere.'],
    ['an address that is none', ADMIN.with(-1, 'ada'), 2, '--email must be an e-mail address.'],
    ['a bad slug', TENANT.with(2, 'Acme Group'), 2, '--slug must be a short name'],
    ['a bad prefix', TENANT.with(-1, 'acme'), 2, '--prefix must be two to ten capital letters'],
    ['a bad domain', [...TENANT, '--domains', 'acme'], 2, '--domains must be mail domains'],
    ['a missing option', TENANT.slice(0, 3), 2, '--name is missing'],
    ['an unknown option', [...TENANT, '--colour', 'red'], 2, "Unknown option '--colour'"],
    ['an unknown command', ['tenant:drop'], 2, 'There is no command tenant:drop.'],
  ])('refuse %s', async (_case, args, code, words) => {
    expect(await baton(args)).toEqual({ code, output: expect.stringContaining(words) });
  });

  it.each([
    ['a weak password', ADMIN.with(-1, 'x@acme.test'), { BATON_ADMIN_PASSWORD: 'password12' }, 1, 'too well known'],
    ['to work without the owner', TENANT, { DATABASE_OWNER_URL: '' }, 1, 'DATABASE_OWNER_URL is needed'],
    ['to migrate for an unknown role', ['migrate'], { DATABASE_URL: '' }, 1, 'DATABASE_URL is needed'],
    ['a wrong configuration', TENANT, { PORT: 'x' }, 2, 'PORT must be an integer number'],
    ['a database that is not there', TENANT, { DATABASE_OWNER_URL: 'postgres://x@127.0.0.1:1/x' }, 1, 'ECONNREFUSED'],
  ])('refuse %s', async (_case, args, env, code, words) => {
    expect(await baton(args, env)).toEqual({ code, output: expect.stringContaining(words) });
  });

  it('explain themselves, and migrate again without harm', async () => {
    expect(await baton([])).toEqual({ code: 0, output: expect.stringContaining('admin:create --organization') });
    expect(await baton(['migrate'])).toEqual({ code: 0, output: 'The database is up to date.' });
  });
});
