import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bulkEditsEndpoints } from '@baton/contracts/bulk-edits/bulk-edits.endpoints';
import type { BulkState } from '@baton/contracts/bulk-edits/bulk-edits.response';
import { startWorld, type World } from '../support/world.js';
import { RunningBaton } from './running-baton.js';

// Workers are killed and started again.
jest.setTimeout(300_000);

const TICKETS = 400;
const KILLS = 2;
const SECRET = 'a secret that both processes share';

describe('a bulk edit whose worker is killed half way', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-bulk-'));
  let world: World;
  let worker: RunningBaton;
  let editId: string;

  const startWorker = async () => {
    const shared = { DATABASE_URL: world.appUrl, DATABASE_OWNER_URL: world.ownerUrl, JWT_SECRET: SECRET };
    worker = await RunningBaton.start(dataDir, shared);
  };
  const look = async () => {
    const { client } = world.acme.coordinator;
    return (await client.call(bulkEditsEndpoints.get, { params: { id: editId } })).body;
  };
  const until = async (state: BulkState) => {
    while ((await look()).state !== state) await sleep(200);
    return look();
  };
  /** Lets the worker get somewhere, kills it there, and starts another. */
  const interrupt = async (from: number) => {
    while ((await look()).done <= from) await sleep(5);
    await worker.kill();
    const { state, done } = await look();
    await startWorker();
    return { state, done };
  };
  const perTicket = async (type: string) => {
    const rows = await world.sql<{ count: number }>(
      'SELECT count(*)::int AS count FROM events WHERE type = $1 AND tenant_id = $2 GROUP BY ticket_id',
      [type, world.acme.tenant.id],
    );
    return { tickets: rows.length, most: Math.max(...rows.map(({ count }) => count)) };
  };

  beforeAll(async () => {
    world = await startWorld({ ROLE: 'web', JWT_SECRET: SECRET });
    const { tenant, employee, coordinator } = world.acme;
    await world.sql(
      `INSERT INTO tickets (tenant_id, id, number, subject, description_html, description_text, priority, status,
         requester_id, submitted_by_id, channel, created_at, updated_at, public_updated_at)
       SELECT $1, gen_random_uuid(), 100 + n, 'One of many', '', '', 'low', 'new', $2, $2, 'web', now(), now(), now()
       FROM generate_series(1, $3) n`,
      [tenant.id, employee.id, TICKETS],
    );
    const body = { selection: { filters: {} }, changes: { priority: 'high' as const } };
    editId = (await coordinator.client.call(bulkEditsEndpoints.start, { body })).body.id;
    await startWorker();
  });
  afterAll(async () => {
    await worker.kill();
    await world.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is finished by the next one, each ticket changed once', async () => {
    let from = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const { state, done } = await interrupt(from);
      expect([state, done > from, done < TICKETS]).toEqual(['running', true, true]);
      from = done;
    }
    expect(await until('done')).toMatchObject({ total: TICKETS, done: TICKETS, failed: 0 });
    expect(await perTicket('ticket.edited')).toEqual({ tickets: TICKETS, most: 1 });
  });

  it('and so is its undo', async () => {
    await world.acme.coordinator.client.call(bulkEditsEndpoints.undo, { params: { id: editId } });
    const { state, done } = await interrupt(0);
    expect([state, done < TICKETS]).toEqual(['undoing', true]);
    expect(await until('undone')).toMatchObject({ total: TICKETS, done: TICKETS, failed: 0 });
    expect(await perTicket('ticket.restored')).toEqual({ tickets: TICKETS, most: 1 });
    const changed = await world.sql(`SELECT id FROM tickets WHERE subject = 'One of many' AND priority <> 'low'`);
    expect(changed).toEqual([]);
  });
});
