import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Promises } from '../support/promises.js';
import { startWorld, type World } from '../support/world.js';
import { RunningBaton } from './running-baton.js';

// Workers are killed and started again.
jest.setTimeout(300_000);

const TICKETS = 600;
const SECRET = 'a secret that all processes share';

describe('promises that are broken while workers are killed', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-sla-'));
  const workers: RunningBaton[] = [];
  let world: World;
  let promises: Promises;

  const startWorker = async (): Promise<RunningBaton> => {
    const shared = { DATABASE_URL: world.appUrl, DATABASE_OWNER_URL: world.ownerUrl, JWT_SECRET: SECRET };
    const worker = await RunningBaton.start(dataDir, { ...shared, BATON_TEST_CLOCK: '1' });
    workers.push(worker);
    return worker;
  };
  const told = async (): Promise<{ tickets: number; most: number }> => {
    const [row] = await world.sql<{ tickets: number; most: number }>(
      `SELECT count(*)::int AS tickets, coalesce(max(times), 0)::int AS most FROM (
         SELECT count(*) AS times FROM events WHERE type = 'sla.breached' AND data->>'metric' = $1 GROUP BY ticket_id, data->>'cycle') t`,
      ['first_response'],
    );
    return row!;
  };
  const until = async (tickets: number) => {
    while ((await told()).tickets < tickets) await sleep(20);
  };

  beforeAll(async () => {
    world = await startWorld({ ROLE: 'web', JWT_SECRET: SECRET });
    promises = new Promises(world, world.acme);
    const { tenant, employee } = world.acme;
    await world.sql(
      `INSERT INTO tickets (tenant_id, id, number, subject, description_html, description_text, priority, status,
         requester_id, submitted_by_id, channel, created_at, updated_at, public_updated_at)
       SELECT $1, gen_random_uuid(), 100 + n, 'One of many', '', '', 'low', 'new', $2, $2, 'web', now(), now(), now()
       FROM generate_series(1, $3) n`,
      [tenant.id, employee.id, TICKETS],
    );
    await Promise.all([startWorker(), startWorker()]);
    await promises.policy({ calendarId: await promises.calendar() });
    const clocks = `SELECT count(*)::int AS count FROM sla_clocks WHERE metric = 'first_response'`;
    while ((await world.sql<{ count: number }>(clocks))[0]!.count < TICKETS) await sleep(50);
  });
  afterAll(async () => {
    for (const worker of workers) await worker.kill();
    await world.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('are each told once, by whichever worker is left, and by the next after a downtime', async () => {
    const [first, second] = workers as [RunningBaton, RunningBaton];
    // What falls due in the same moment is work for both.
    await promises.moveClock(61);
    await until(1);
    await first.kill();
    await until(TICKETS);
    expect(await told()).toEqual({ tickets: TICKETS, most: 1 });
    await second.kill();
    await promises.moveClock(8 * 60);
    const worker = await startWorker();
    const overdue = `SELECT count(*)::int AS count FROM events WHERE type = 'sla.breached'`;
    while ((await world.sql<{ count: number }>(overdue))[0]!.count < 2 * TICKETS) await sleep(20);
    await worker.terminate();
    const [row] = await world.sql<{ count: number }>(overdue);
    expect(row).toEqual({ count: 2 * TICKETS });
    const moments = 'SELECT count(*)::int AS due FROM sla_clocks WHERE next_at <= $1';
    expect(await world.sql(moments, [await promises.now()])).toEqual([{ due: 0 }]);
  });
});
