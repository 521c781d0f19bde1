import pg from 'pg';
import { migrate } from '../../src/platform/database/migrate.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/embedded-postgres/embedded-postgres.js';
import { appUrlOf, TEMPLATE } from './test-database.js';

declare global {
  var batonTestServer: EmbeddedPostgres | undefined;
}

/** One real PostgreSQL for all spec files, with a migrated template database to clone from. */
// biome-ignore lint/style/noDefaultExport: Jest calls the default export
export default async function globalSetup(): Promise<void> {
  const server = await startEmbeddedPostgres({ ephemeral: true, log: () => undefined });
  globalThis.batonTestServer = server;
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  await owner.query(`CREATE DATABASE ${TEMPLATE}`);
  await owner.end();
  const templateUrl = new URL(server.ownerUrl);
  templateUrl.pathname = `/${TEMPLATE}`;
  await migrate({ ownerUrl: templateUrl.href, appUrl: appUrlOf(templateUrl.href) });
  process.env.BATON_TEST_OWNER_URL = server.ownerUrl;
}
