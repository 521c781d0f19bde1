import { randomUUID } from 'node:crypto';
import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import type { AccountStatus } from '@baton/domain/accounts/account-status';
import type { Role } from '@baton/domain/permissions/roles';
import bcrypt from 'bcrypt';
import { Browser } from './browser.js';
import type { TestApp } from './test-app.js';

export const PASSWORD = 'a quiet harbour';
const HASH = bcrypt.hashSync(PASSWORD, 4);

export interface Organization {
  id: string;
  slug: string;
}

export interface Person {
  id: string;
  tenantId: string;
  email: string;
  name: string;
  role: Role;
}

let made = 0;

export async function addOrganization({ sql }: TestApp, slug: string): Promise<Organization> {
  const id = randomUUID();
  await sql(
    `INSERT INTO tenants (id, slug, name, ticket_prefix, email_domains, created_at) VALUES ($1, $2, $3, $4, $5, now())`,
    [id, slug, `The ${slug} people`, slug.slice(0, 4).toUpperCase(), [`${slug}.test`]],
  );
  return { id, slug };
}

/** Somebody with an account, by default an approved employee whose password is PASSWORD. */
export async function addPerson(
  { sql }: TestApp,
  { id: tenantId, slug }: Organization,
  { role = 'employee' as Role, status = 'approved' as AccountStatus, email = '', name = '' } = {},
): Promise<Person> {
  made++;
  const person = {
    id: randomUUID(),
    tenantId,
    email: email || `person${made}@${slug}.test`,
    name: name || `Person ${made}`,
    role,
  };
  await sql(
    `INSERT INTO users (tenant_id, id, email, name, password_hash, role, status, employee_number, created_at, rejected_reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now(), $9)`,
    [
      tenantId,
      person.id,
      person.email,
      person.name,
      HASH,
      role,
      status,
      `T-${made}`,
      status === 'rejected' ? 'No' : null,
    ],
  );
  return person;
}

/** A browser in which the person has signed in. */
export async function signIn(app: TestApp, { email }: Pick<Person, 'email'>): Promise<Browser> {
  const browser = new Browser(app.url);
  const answer = await browser.call(authEndpoints.login, { body: { email, password: PASSWORD } });
  if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.error.code}`);
  browser.token = answer.body.accessToken;
  return browser;
}

/** Types of the events about something, oldest first. */
export async function eventsOf({ sql }: TestApp, subjectId: string): Promise<string[]> {
  const rows = await sql<{ type: string }>('SELECT type FROM events WHERE subject_id = $1 ORDER BY occurred_at, id', [
    subjectId,
  ]);
  return rows.map(({ type }) => type);
}

export interface SentMail {
  template: string;
  recipient: string;
  text: string;
}

/** Mails to an address once every job is done, oldest first. */
export async function mailsTo(app: TestApp, recipient: string): Promise<SentMail[]> {
  await app.jobsDone();
  return app.sql<SentMail>('SELECT template, recipient, text FROM mails WHERE recipient = $1 ORDER BY id', [recipient]);
}

/** The secret of the newest link in the mails to an address. */
export async function mailedToken(app: TestApp, recipient: string): Promise<string> {
  const mails = await mailsTo(app, recipient);
  const token = /[?&]token=([\w.-]+)/.exec(mails.at(-1)?.text ?? '')?.[1];
  if (!token) throw new Error(`No link was mailed to ${recipient}`);
  return token;
}
