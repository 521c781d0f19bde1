import { rmSync } from 'node:fs';
import { build, serverUnits } from '../../../../tools/build.mjs';
import { scratchFolder } from '../../../../tools/support/scratch.mjs';

/**
 * One real PostgreSQL for all spec files; its migrated database is the template they clone.
 * Jest loads this file without the module mapping of the specs, so it uses the built server.
 */
export default async function globalSetup() {
  if (!(await build(serverUnits))) throw new Error('The server does not build; its tests cannot start.');
  const { migrate } = await import('../../dist/platform/database/migrate.js');
  const { startEmbeddedPostgres } = await import('../../dist/platform/embedded-postgres/embedded-postgres.js');
  const dataDir = scratchFolder('baton-test-');
  const server = await startEmbeddedPostgres({ dataDir, ephemeral: true, log: () => undefined });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  globalThis.batonTestServer = { stop };
  // The password guards nothing: the server lives for the run, on loopback.
  const app = new URL(server.ownerUrl);
  app.username = 'baton_test_app';
  app.password = 'baton-test-app';
  await migrate({ ownerUrl: server.ownerUrl, appUrl: app.href });
  process.env.BATON_TEST_OWNER_URL = server.ownerUrl;
  process.env.BATON_TEST_APP_URL = app.href;
}
