import { healthEndpoints } from '@baton/contracts/health/health.endpoints';
import { Client } from '../../../test/support/client.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

let app: TestApp;

afterEach(() => app.stop());

test('everything works', async () => {
  app = await startTestApp();
  const { status, body } = await new Client(app.url).call(healthEndpoints.ready);
  expect(status).toBe(200);
  expect(body).toEqual({ status: 'ok', checks: { database: 'ok', worker: 'ok', storage: 'ok', mail: 'ok' } });
});

test('without its mail server Baton is degraded, not down', async () => {
  // Nobody listens on the discard port.
  app = await startTestApp({ SMTP_URL: 'smtp://127.0.0.1:9' });
  const { status, body } = await new Client(app.url).call(healthEndpoints.ready);
  expect(status).toBe(200);
  expect(body).toMatchObject({ status: 'degraded', checks: { database: 'ok', mail: 'failing' } });
});

test('without its job tables it is down, and says no more than that', async () => {
  app = await startTestApp();
  await app.sql('ALTER SCHEMA graphile_worker RENAME TO elsewhere');
  const { status, error } = await new Client(app.url).call(healthEndpoints.ready);
  await app.sql('ALTER SCHEMA elsewhere RENAME TO graphile_worker');
  expect(status).toBe(503);
  expect(error).toMatchObject({ status: 'failing', checks: { worker: 'failing' } });
  expect(JSON.stringify(error)).not.toMatch(/graphile|relation|schema/);
});
