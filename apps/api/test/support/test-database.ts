import { randomBytes } from 'node:crypto';
import pg from 'pg';

export const TEMPLATE = 'baton_template';

/** The application's role on the same database. Its password guards nothing: the server lives for the run, on loopback. */
export function appUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = 'baton_test_app';
  url.password = 'baton-test-app';
  return url.href;
}

export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  drop(): Promise<void>;
}

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.BATON_TEST_OWNER_URL });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A fresh database, cloned from the migrated template in well under a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY wal_log`);
  const url = new URL(process.env.BATON_TEST_OWNER_URL as string);
  url.pathname = `/${name}`;
  return {
    ownerUrl: url.href,
    appUrl: appUrlOf(url.href),
    drop: () => asOwner(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
