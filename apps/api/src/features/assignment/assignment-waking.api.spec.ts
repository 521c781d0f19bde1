import { categoriesEndpoints } from '@baton/contracts/categories/categories.endpoints';
import { teamsEndpoints } from '@baton/contracts/teams/teams.endpoints';
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
});
afterAll(async () => {
  await other.end();
  await app.stop();
});

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

it('a category that is moved away from what it needed lets its tickets go out', async () => {
  const desk = await Desk.open(app, build, 1);
  const skillId = await desk.skill('Diving');
  const above = await build.category(desk.tenant, { name: 'Under water' });
  await desk.needs(above, [{ skillId, level: 1 }]);
  const move = (parentId: string | null) =>
    desk.admin.client.call(categoriesEndpoints.update, { params: { id: desk.categoryId }, body: { parentId } });
  await move(above);
  const { id } = await desk.ask();
  expect((await desk.why(id)).waiting).toMatchObject({ reason: 'nobody_skilled' });
  await move(null);
  await app.jobsDone();
  expect((await desk.look(id)).assigneeId).toBe(desk.people[0]!.id);
});

it('somebody who frees up is not forgotten for what happens at the same moment', async () => {
  const desk = await Desk.open(app, build, 2);
  const [one, two] = desk.people as [(typeof desk.people)[0], (typeof desk.people)[0]];
  await desk.is(two, 'away');
  const tickets = [await desk.ask(), await desk.ask(), await desk.ask()];
  const rename = (name: string) =>
    desk.admin.client.call(teamsEndpoints.update, { params: { id: desk.teamId }, body: { name } });
  const turn = "hashtextextended('assignment:' || $1, 0)";
  await other.query(`SELECT pg_advisory_lock(${turn})`, [desk.teamId]);
  await rename('First');
  await pause(500);
  await desk.is(two, 'online');
  await pause(500);
  await rename('Second');
  await pause(500);
  await other.query(`SELECT pg_advisory_unlock(${turn})`, [desk.teamId]);
  await app.jobsDone();
  await pause(500);
  await app.jobsDone();
  const now = await Promise.all(tickets.map(({ id }) => desk.look(id)));
  expect(now.map(({ assigneeId }) => assigneeId).sort()).toEqual([one.id, one.id, two.id].sort());
});

it('once a team gives out by hand, nothing is given by itself any more', async () => {
  const desk = await Desk.open(app, build, 1);
  const [person] = desk.people as [(typeof desk.people)[0]];
  await other.query('BEGIN');
  await other.query('SELECT FROM work_profiles WHERE user_id = $1 FOR UPDATE', [person.id]);
  const { id } = await desk.drop();
  await pause(500);
  const stopped = desk.hands('manual').then(async () => (await desk.look(id)).assigneeId);
  await pause(500);
  await other.query('ROLLBACK');
  const then = await stopped;
  await app.jobsDone();
  await pause(300);
  expect((await desk.look(id)).assigneeId).toBe(then);
  expect((await desk.waiting()).waiting).toBe(0);
});

it('tickets nobody can take do not keep newer ones from who can', async () => {
  const desk = await Desk.open(app, build, 1);
  const stuck = await build.category(desk.tenant, { name: 'Stuck', teamId: desk.teamId });
  await desk.needs(stuck, [{ skillId: await desk.skill('Levitation'), level: 5 }]);
  await desk.is(desk.people[0]!, 'away');
  const { id } = await desk.ask({ categoryId: stuck });
  await desk.multiply(id, 600);
  await desk.is(desk.people[0]!, 'online');
  const newer = await desk.ask();
  expect(newer.assigneeId).toBe(desk.people[0]!.id);
  expect((await desk.waiting()).waiting).toBe(601);
});

it('a shift that begins is noticed when the clock is moved', async () => {
  const desk = await Desk.open(app, build, 1);
  const [person] = desk.people as [(typeof desk.people)[0]];
  const begins = new Date(Date.now() + 30 * 3_600_000);
  const day = begins.toLocaleDateString('en-US', { weekday: 'short', timeZone: 'UTC' }).toLowerCase();
  await desk.profile(person, { hours: { timeZone: 'UTC', windows: { [day]: [['00:00', '24:00']] } } });
  const { id } = await desk.ask();
  expect((await desk.why(id)).waiting).toMatchObject({ reason: 'nobody_available' });
  await desk.admin.client.raw('POST', '/api/test/clock', { body: { advanceSeconds: 30 * 3600 } });
  await app.jobsDone();
  // Everybody is signed out by now.
  expect(await app.sql('SELECT assignee_id AS "assigneeId" FROM tickets WHERE id = $1', [id])).toEqual([
    { assigneeId: person.id },
  ]);
});

it('a team that cannot be served keeps nobody else waiting, and is served later', async () => {
  const desk = await Desk.open(app, build, 1);
  const [person] = desk.people as [(typeof desk.people)[0]];
  const otherTeam = await build.team(desk.tenant, { members: [person] });
  const otherCategory = await build.category(desk.tenant, { teamId: otherTeam });
  const body = { mode: 'round_robin' } as const;
  await desk.admin.client.call(teamsEndpoints.update, { params: { id: otherTeam }, body });
  await app.sql(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`);
  await app.sql(
    `CREATE TRIGGER refuse BEFORE INSERT ON assignment_runs FOR EACH ROW WHEN (NEW.team_id = '${desk.teamId}') EXECUTE FUNCTION refuse()`,
  );
  const stuck = await desk.drop();
  const { id } = await desk.drop({ categoryId: otherCategory });
  const assigneeOf = async (ticketId: string) => (await desk.look(ticketId)).assigneeId;
  await until(async () => (await assigneeOf(id)) === person.id);
  expect(await assigneeOf(stuck.id)).toBeNull();
  await app.sql('DROP TRIGGER refuse ON assignment_runs');
  await desk.admin.client.raw('POST', '/api/test/clock', { body: { advanceSeconds: 61 } });
  await until(async () => (await assigneeOf(stuck.id)) === person.id);
});
