import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  // As it is shipped.
  app = await startTestApp({ JOB_SHARING_MS: '100' });
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
  await addJobs(1);
  await until(async () => (await app.sql('SELECT FROM refusals WHERE is_called')).length > 0);
  await app.sql('DROP TRIGGER refuse ON graphile_worker._private_jobs');
  await addJobs(1);
  await until(async () => (await app.sql('SELECT FROM graphile_worker.jobs')).length === 0);
}, 60_000);

const JOBS = 40;
/** One value for each statement that says of any number of jobs that they are done. */
const COUNT = `
CREATE SEQUENCE sayings;
CREATE FUNCTION count_saying() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM nextval('public.sayings');
  RETURN NULL;
END $$;
CREATE TRIGGER count_saying AFTER DELETE ON graphile_worker._private_jobs FOR EACH STATEMENT EXECUTE FUNCTION count_saying()`;

it('jobs that come one upon the other share the commit that ends them', async () => {
  await app.sql(COUNT);
  await addJobs(JOBS);
  await until(async () => (await app.sql('SELECT FROM graphile_worker.jobs')).length === 0);
  const [counted] = await app.sql<{ said: number }>('SELECT last_value::int AS said FROM sayings WHERE is_called');
  expect(counted?.said).toBeGreaterThan(0);
  expect(counted?.said).toBeLessThan(JOBS / 2);
});

/** Of an event that there is not: done at once. */
const addJobs = (count: number) => {
  const nothing = '00000000-0000-7000-8000-000000000000';
  const payload = JSON.stringify({ tenantId: nothing, eventId: nothing });
  return app.sql(`SELECT graphile_worker.add_job('dispatch_event', $1::json) FROM generate_series(1, $2)`, [
    payload,
    count,
  ]);
};

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('It did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
