import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Desk } from '../support/desk.js';
import { Build } from '../support/factories.js';
import { inLanes } from '../support/in-lanes.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { RunningBaton } from './running-baton.js';

// Three processes share two cores here, and maybe not even these.
jest.setTimeout(300_000);

const SECRET = 'a secret that all processes share';
const PEOPLE = 20;
const CAPACITY = 10;
const TICKETS = 220;

describe('two teams of the same people, served by three processes at once', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-assign-'));
  const others: RunningBaton[] = [];
  let app: TestApp;
  let desk: Desk;
  let ids: string[];

  beforeAll(async () => {
    app = await startTestApp({ JWT_SECRET: SECRET });
    const build = new Build(app);
    desk = await Desk.open(app, build, PEOPLE);
    await app.sql('UPDATE work_profiles SET capacity = $2 WHERE tenant_id = $1', [desk.tenant.id, CAPACITY]);
    const second = await build.team(desk.tenant, { members: desk.people });
    await app.sql(`UPDATE teams SET mode = 'round_robin' WHERE id = $1`, [second]);
    const secondCategory = await build.category(desk.tenant, { teamId: second });
    const shared = { DATABASE_URL: app.appUrl, DATABASE_OWNER_URL: app.ownerUrl, JWT_SECRET: SECRET };
    for (const name of ['one', 'two']) others.push(await RunningBaton.start(join(dataDir, name), shared));
    const asked = await inLanes(Array(TICKETS).fill(null), (_ticket, at) =>
      desk.drop(at % 2 === 0 ? {} : { categoryId: secondCategory }),
    );
    ids = asked.map(({ id }) => id);
    await assigned(PEOPLE * CAPACITY);
    await app.jobsDone();
  });
  afterAll(async () => {
    for (const other of others) await other.kill();
    await app.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** Waits until so many tickets have somebody; what hangs is what fails here. */
  async function assigned(count: number): Promise<void> {
    for (;;) {
      const rows = await app.sql('SELECT FROM tickets WHERE id = ANY($1) AND assignee_id IS NOT NULL', [ids]);
      if (rows.length >= count) return;
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  it('nobody gets more than their capacity, and everybody all of it', async () => {
    const rows = await app.sql<{ tickets: number }>(
      'SELECT count(*)::int AS tickets FROM tickets WHERE id = ANY($1) AND assignee_id IS NOT NULL GROUP BY assignee_id',
      [ids],
    );
    expect(rows.map(({ tickets }) => tickets)).toEqual(Array(PEOPLE).fill(CAPACITY));
  });

  it('no ticket is given twice', async () => {
    const rows = await app.sql<{ times: number }>(
      `SELECT count(*)::int AS times FROM events WHERE ticket_id = ANY($1) AND type = 'ticket.assigned' GROUP BY ticket_id`,
      [ids],
    );
    expect(rows).toHaveLength(PEOPLE * CAPACITY);
    expect(new Set(rows.map(({ times }) => times))).toEqual(new Set([1]));
  });

  it('what is left waits, and every decision derives again', async () => {
    const decided = await inLanes(ids, (id) => desk.why(id));
    expect(decided.filter(({ waiting }) => waiting?.reason === 'everybody_full')).toHaveLength(
      TICKETS - PEOPLE * CAPACITY,
    );
    const all = decided.flatMap(({ decisions }) => decisions);
    expect(all.filter(({ chosen }) => chosen)).toHaveLength(PEOPLE * CAPACITY);
    expect(all.filter(({ recomputed }) => !recomputed)).toEqual([]);
  });
});
