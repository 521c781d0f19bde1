import { randomBytes } from 'node:crypto';
import { LIMITS } from '@baton/contracts/http/limits';
import { PLAIN_LINE, SLUG } from '@baton/contracts/http/patterns';
import { isEmail, isFQDN } from 'class-validator';
import type { Config } from '../../config/config.js';
import { PasswordHashService } from '../../features/auth/password-hash.service.js';
import { TenantProvisioning } from '../../features/tenants/tenant-provisioning.repository.js';
import { migrate } from '../../platform/database/migrate.js';
import { asOwner } from './operator-database.js';
import { OperatorError } from './operator-error.js';

export interface Option {
  /** Completes “must be …”. */
  what: string;
  accepts: (text: string) => boolean;
  isOptional?: boolean;
}

export interface Command {
  summary: string;
  options: Record<string, Option>;
  /** @returns what the operator is told @throws OperatorError */
  run: (options: Record<string, string>, config: Config, env: NodeJS.ProcessEnv) => Promise<string>;
}

const name: Option = {
  what: `one line of at most ${LIMITS.nameMax} characters`,
  accepts: (text) => text.trim() !== '' && text.length <= LIMITS.nameMax && PLAIN_LINE.test(text),
};

const slug: Option = {
  what: 'a short name of small letters, digits and hyphens, such as acme',
  accepts: (text) => SLUG.test(text),
};

const TAKEN = '23505';

/** Says what a unique violation means here. */
async function unlessTaken<T>(work: Promise<T>, message: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw (error as { code?: string }).code === TAKEN ? new OperatorError(message) : error;
  }
}

const listed = (text: string | undefined): string[] => (text ? text.toLowerCase().split(',') : []);

async function createTenant(options: Record<string, string>, config: Config): Promise<string> {
  const { slug, name, prefix, domains } = options as { slug: string; name: string; prefix: string; domains?: string };
  const tenant = { slug, name: name.trim(), ticketPrefix: prefix, emailDomains: listed(domains) };
  await asOwner(config, (owner) =>
    unlessTaken(
      new TenantProvisioning(owner, new Date()).createTenant(tenant),
      `There is an organization called ${slug} already.`,
    ),
  );
  return `Created the organization ${tenant.name} (${slug}). Its tickets are called ${prefix}-1, ${prefix}-2 and so on.`;
}

async function createAdmin(
  options: Record<string, string>,
  config: Config,
  { BATON_ADMIN_PASSWORD: chosen }: NodeJS.ProcessEnv,
): Promise<string> {
  const { organization, name } = options as { organization: string; name: string };
  const email = options.email!.toLowerCase();
  const password = chosen || randomBytes(15).toString('base64url');
  const passwordHash = await new PasswordHashService(config).hashNew(password, [name, email]);
  await asOwner(config, async (owner) => {
    const { rows } = await owner.query('SELECT id FROM tenants WHERE slug = $1', [organization]);
    if (!rows[0]) throw new OperatorError(`There is no organization called ${organization}.`);
    const admin = { tenantId: rows[0].id, name: name.trim(), email, passwordHash };
    await unlessTaken(
      new TenantProvisioning(owner, new Date()).createAdmin(admin),
      `Somebody with the e-mail ${email} is in ${organization} already.`,
    );
  });
  const created = `Created the admin ${name.trim()} <${email}> of ${organization}.`;
  return chosen ? created : `${created}\nPassword, shown this once: ${password}`;
}

async function bringUpToDate(_options: Record<string, string>, config: Config): Promise<string> {
  if (!config.DATABASE_OWNER_URL) await asOwner(config, async () => undefined);
  else if (config.DATABASE_URL) await migrate({ ownerUrl: config.DATABASE_OWNER_URL, appUrl: config.DATABASE_URL });
  else throw new OperatorError("DATABASE_URL is needed: it names the application's role, which the migration makes.");
  return 'The database is up to date.';
}

export const COMMANDS: Record<string, Command> = {
  'tenant:create': {
    summary: 'create an organization',
    options: {
      slug,
      name,
      prefix: {
        what: 'two to ten capital letters and digits, such as ACME',
        accepts: (text) => /^[A-Z][A-Z0-9]{1,9}$/.test(text),
      },
      domains: {
        what: 'mail domains with commas between, such as acme.com,acme.org',
        accepts: (text) => listed(text).every((domain) => isFQDN(domain)),
        isOptional: true,
      },
    },
    run: createTenant,
  },
  'admin:create': {
    summary: 'create an admin; the password is BATON_ADMIN_PASSWORD, or made and printed',
    options: {
      organization: slug,
      name,
      email: {
        what: 'an e-mail address',
        accepts: (text) => isEmail(text) && text.length <= LIMITS.emailMax,
      },
    },
    run: createAdmin,
  },
  migrate: { summary: 'bring the database to this version', options: {}, run: bringUpToDate },
};
