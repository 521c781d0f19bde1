import pg from 'pg';
import { Desk } from '../../../test/support/desk.js';
import { Build } from '../../../test/support/factories.js';
import { until } from '../../../test/support/live.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
let build: Build;
let other: pg.Client;
beforeAll(async () => {
  app = await startTestApp();
  build = new Build(app);
  other = new pg.Client({ connectionString: app.ownerUrl });
  await other.connect();
  await app.sql(`
    CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.5); RETURN NEW; END $$;
    CREATE FUNCTION await_leave() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NULL; END $$;
  `);
});
afterAll(async () => {
  await other.end();
  await app.stop();
});

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

it('an organization with a great heap to give out keeps no other waiting', async () => {
  const [heap, small] = [await Desk.open(app, build, 1), await Desk.open(app, build, 1)];
  await heap.is(heap.people[0]!, 'away');
  const { id } = await heap.ask();
  await heap.multiply(id, 600);
  await app.sql(
    `CREATE TRIGGER linger BEFORE INSERT ON assignment_runs FOR EACH ROW WHEN (NEW.team_id = '${heap.teamId}') EXECUTE FUNCTION linger()`,
  );
  await heap.drop();
  await pause(200);
  const ticket = await small.drop();
  await until(async () => (await small.look(ticket.id)).assigneeId !== null, 15_000);
  const left = await app.sql('SELECT FROM assignment_wakes WHERE tenant_id = $1', [heap.tenant.id]);
  await app.sql('DROP TRIGGER linger ON assignment_runs');
  expect(left).not.toEqual([]);
});

it('somebody who frees up while a ticket comes gets it at once', async () => {
  const desk = await Desk.open(app, build, 1, 'round_robin');
  await app.sql('UPDATE work_profiles SET capacity = 1 WHERE tenant_id = $1', [desk.tenant.id]);
  const held = await desk.ask();
  await app.sql(
    `CREATE CONSTRAINT TRIGGER await_leave AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED
     FOR EACH ROW WHEN (NEW.ticket_id = '${held.id}' AND NEW.data->>'to' = 'resolved') EXECUTE FUNCTION await_leave()`,
  );
  await other.query('SELECT pg_advisory_lock(4711)');
  const resolved = desk.resolve(held.id);
  await pause(300);
  const ticket = await desk.ask();
  expect(ticket.assigneeId).toBeNull();
  await other.query('SELECT pg_advisory_unlock(4711)');
  await resolved;
  await app.sql('DROP TRIGGER await_leave ON events');
  await app.jobsDone();
  expect((await desk.look(ticket.id)).assigneeId).toBe(desk.people[0]!.id);
});

it('a connection that is lost while a team is served delays it by seconds at most', async () => {
  const desk = await Desk.open(app, build, 1);
  await app.sql(
    `CREATE TRIGGER linger BEFORE INSERT ON assignment_runs FOR EACH ROW WHEN (NEW.team_id = '${desk.teamId}') EXECUTE FUNCTION linger()`,
  );
  const { id } = await desk.drop();
  await until(async () => {
    const killed = await app.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`,
    );
    return killed.length > 0;
  });
  await app.sql('DROP TRIGGER linger ON assignment_runs');
  await until(async () => (await desk.look(id)).assigneeId !== null, 15_000);
});

it('a ticket that comes while its team begins to hand out is not left behind', async () => {
  const desk = await Desk.open(app, build, 1, 'manual');
  await app.sql(
    `CREATE CONSTRAINT TRIGGER await_leave AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED
     FOR EACH ROW WHEN (NEW.type = 'ticket.created') EXECUTE FUNCTION await_leave()`,
  );
  await other.query('SELECT pg_advisory_lock(4711)');
  const dropped = desk.drop();
  await pause(300);
  const switched = desk.hands('round_robin');
  await pause(300);
  await other.query('SELECT pg_advisory_unlock(4711)');
  const [{ id }] = await Promise.all([dropped, switched]);
  await app.sql('DROP TRIGGER await_leave ON events');
  await app.jobsDone();
  expect((await desk.look(id)).assigneeId).toBe(desk.people[0]!.id);
});
