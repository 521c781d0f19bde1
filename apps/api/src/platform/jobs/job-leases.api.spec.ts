import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it('a job that a killed process held is done by another', async () => {
  await app.sql(`SELECT graphile_worker.add_job('dispatch_event', $1::json, run_at => now() + interval '1 hour')`, [
    JSON.stringify({
      tenantId: '00000000-0000-7000-8000-000000000000',
      eventId: '00000000-0000-7000-8000-000000000000',
    }),
  ]);
  await app.sql(
    `UPDATE graphile_worker._private_jobs SET locked_by = 'worker-gone', locked_at = now() - interval '20 seconds', run_at = now()`,
  );
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline && (await left()) > 0) await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await left()).toBe(0);
});

const left = async () => (await app.sql('SELECT id FROM graphile_worker.jobs')).length;
