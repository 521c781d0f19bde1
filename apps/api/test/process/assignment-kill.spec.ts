import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Desk } from '../support/desk.js';
import { Build } from '../support/factories.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { RunningBaton } from './running-baton.js';

// Two processes share two cores here, and maybe not even these; what a dead one had taken up is left to it for a while.
jest.setTimeout(300_000);

const SECRET = 'a secret that all processes share';
const PEOPLE = 8;
const ROUNDS = 3;
const TICKETS = 40;

describe('processes that are killed while they hand out work', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-assign-kill-'));
  let app: TestApp;
  let desk: Desk;
  let ids: string[] = [];

  const given = async () =>
    (await app.sql('SELECT FROM tickets WHERE tenant_id = $1 AND assignee_id IS NOT NULL', [desk.tenant.id])).length;
  async function until(holds: () => Promise<boolean>): Promise<void> {
    while (!(await holds())) await new Promise((done) => setTimeout(done, 20));
  }

  beforeAll(async () => {
    app = await startTestApp({ JWT_SECRET: SECRET });
    desk = await Desk.open(app, new Build(app), PEOPLE);
    await app.sql('UPDATE work_profiles SET capacity = 100 WHERE tenant_id = $1', [desk.tenant.id]);
    const shared = { DATABASE_URL: app.appUrl, DATABASE_OWNER_URL: app.ownerUrl, JWT_SECRET: SECRET };
    for (let round = 0; round < ROUNDS; round++) {
      const other = await RunningBaton.start(join(dataDir, String(round)), shared);
      const before = await given();
      const asked = Array.from({ length: TICKETS }, () => desk.drop());
      const killed = until(async () => (await given()) > before + round * 5).then(() => other.kill());
      ids = [...ids, ...(await Promise.all(asked)).map(({ id }) => id)];
      await killed;
    }
    await until(async () => (await given()) === ids.length);
    await app.jobsDone();
  });
  afterAll(async () => {
    await app.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('every ticket has somebody, was given once, and says why', async () => {
    const rows = await app.sql<{ given: number; decided: number }>(
      `SELECT (SELECT count(*)::int FROM events e WHERE e.ticket_id = t.id AND e.type = 'ticket.assigned') AS given,
         (SELECT count(*)::int FROM assignment_decisions d WHERE d.ticket_id = t.id AND d.chosen_id = t.assignee_id) AS decided
       FROM tickets t WHERE t.id = ANY($1)`,
      [ids],
    );
    expect(rows).toEqual(Array(ROUNDS * TICKETS).fill({ given: 1, decided: 1 }));
  });
});
