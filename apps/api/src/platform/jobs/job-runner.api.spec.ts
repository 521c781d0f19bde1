import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const WAIT_MS = 40_000;

/** As when the database restarts at that moment. Sequences count also what is rolled back. */
const REFUSE = `
CREATE SEQUENCE refusals;
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM nextval('public.refusals');
  RAISE EXCEPTION USING ERRCODE = '57P01';
END $$;
CREATE TRIGGER refuse BEFORE DELETE ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION refuse()`;

it('jobs go on after the database would not hear that one is done', async () => {
  await app.sql(REFUSE);
  await addJob();
  await until(async () => (await app.sql('SELECT FROM refusals WHERE is_called')).length > 0);
  await app.sql('DROP TRIGGER refuse ON graphile_worker._private_jobs');
  await addJob();
  await until(async () => (await app.sql('SELECT FROM graphile_worker.jobs')).length === 0);
}, 60_000);

/** Of an event that there is not: done at once. */
const addJob = () => {
  const nothing = '00000000-0000-7000-8000-000000000000';
  const payload = JSON.stringify({ tenantId: nothing, eventId: nothing });
  return app.sql(`SELECT graphile_worker.add_job('dispatch_event', $1::json)`, [payload]);
};

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('It did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
