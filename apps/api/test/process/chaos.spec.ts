import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { newId } from '../../src/platform/database/new-id.js';
import { Client } from '../support/client.js';
import type { Person } from '../support/factories.js';
import { randomly } from '../support/random-history.js';
import { startWorld, type World } from '../support/world.js';
import { ChaosClient } from './chaos-client.js';
import { RunningBaton } from './running-baton.js';

// A process is killed and started again under hundreds of connections.
jest.setTimeout(300_000);

const CLIENTS = 500;
const TICKETS = 20;
const WRITERS = 8;
const LOSS_RATE = 0.1;
const STORM_MS = 8000;
const SECRET = 'a secret that the storm and its clients share';
/** Longer than a client waits before it looks whether it missed something. What is measured is printed. */
const PATIENCE_MS = 90_000;

interface Acknowledged {
  clientId: string;
  ticketId: string;
}

/** Random numbers from 0 up to 1, the same in every run. */
const dice = (seed: number) => {
  const { below } = randomly(seed);
  return () => below(1_000_000) / 1_000_000;
};

/** Writes until told to stop, and repeats what was not acknowledged: under the same id it is stored once. */
async function write(author: Client, ticketIds: string[], seed: number, stop: AbortSignal): Promise<Acknowledged[]> {
  const { below, oneOf } = randomly(seed);
  const acknowledged: Acknowledged[] = [];
  while (!stop.aborted) {
    const sent = { clientId: newId(), ticketId: oneOf(ticketIds) };
    const body = { body: `Message ${sent.clientId}`, clientId: sent.clientId, internal: below(3) === 0 };
    const params = { id: sent.ticketId };
    for (let status = 0; status !== 201; await sleep(20)) {
      status = await author.call(conversationEndpoints.send, { params, body }).then(
        (answer) => answer.status,
        () => 0,
      );
    }
    acknowledged.push(sent);
  }
  return acknowledged;
}

describe('hundreds of clients on a bad network', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-chaos-'));
  let world: World;
  let baton: RunningBaton;
  let clients: ChaosClient[] = [];
  let ticketIds: string[];

  const start = (PORT?: string) =>
    RunningBaton.start(dataDir, {
      DATABASE_URL: world.appUrl,
      DATABASE_OWNER_URL: world.ownerUrl,
      JWT_SECRET: SECRET,
      ...(PORT ? { PORT } : {}),
    });
  const at = (person: Person) => new Client(baton.url, person.token);

  beforeAll(async () => {
    world = await startWorld({ JWT_SECRET: SECRET });
    baton = await start();
    const { employee, coordinator } = world.acme;
    const made = Array.from({ length: TICKETS }, () => world.build.ticket(employee, coordinator));
    ticketIds = (await Promise.all(made)).map(({ id }) => id);
  });
  afterAll(async () => {
    for (const client of clients) client.close();
    await baton.kill();
    await world.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** What the database says a reader of the ticket has before them. */
  async function stored(ticketId: string, number: 'seq' | 'public_seq'): Promise<string[]> {
    const rows = await world.sql<{ id: string }>(
      `SELECT id FROM events WHERE ticket_id = $1 AND ${number} IS NOT NULL ORDER BY ${number}`,
      [ticketId],
    );
    return rows.map(({ id }) => id);
  }

  /** Drops connections at random, and the whole server once, while everybody writes. */
  async function storm(): Promise<void> {
    const { oneOf } = randomly(7);
    const until = Date.now() + STORM_MS;
    let killAt = Date.now() + STORM_MS / 2;
    while (Date.now() < until) {
      await sleep(100);
      oneOf(clients).drop();
      if (Date.now() < killAt) continue;
      killAt = Number.POSITIVE_INFINITY;
      await baton.kill();
      baton = await start(new URL(baton.url).port);
    }
  }

  it('shows everybody what the database holds, nothing twice and nothing out of order', async () => {
    const { employee, coordinator, insider } = world.acme;
    const readers = [coordinator, employee];
    clients = Array.from(
      { length: CLIENTS },
      (_, index) =>
        new ChaosClient(
          at(readers[index % 2] as Person),
          ticketIds[Math.floor(index / 2) % TICKETS] as string,
          LOSS_RATE,
          dice(index + 1),
        ),
    );
    for (const client of clients) client.connect();
    await eventually(() => clients.every(({ isConnected }) => isConnected));

    const stop = new AbortController();
    const writers = Array.from({ length: WRITERS }, (_, index) =>
      write(at(index % 2 ? coordinator : insider), ticketIds, index + 1, stop.signal),
    );
    await storm();
    stop.abort();
    const acknowledged = (await Promise.all(writers)).flat();

    // Everybody reconnects once more, now that nothing new comes: from here on they have to become equal.
    for (const client of clients) client.drop();
    const truth = new Map<string, string[]>();
    for (const id of ticketIds) {
      truth.set(`${id} 0`, await stored(id, 'seq'));
      truth.set(`${id} 1`, await stored(id, 'public_seq'));
    }
    const isEqual = (client: ChaosClient, index: number) =>
      client.held.items.map(({ id }) => id).join() === truth.get(`${client.ticketId} ${index % 2}`)?.join();
    const equalAfter: number[] = [];
    await eventually(
      () => {
        for (const [index, client] of clients.entries()) {
          if (equalAfter[index] === undefined && client.isConnected && isEqual(client, index))
            equalAfter[index] = Date.now() - client.connectedAt;
        }
        return clients.every((_, index) => equalAfter[index] !== undefined);
      },
      () => {
        const behind = clients.filter((_, index) => equalAfter[index] === undefined);
        const lines = behind.map((client) => {
          const wanted = truth.get(`${client.ticketId} ${clients.indexOf(client) % 2}`)?.length;
          return `${client.isConnected ? 'connected' : 'away'}, ${client.held.items.length} of ${wanted}`;
        });
        return `${behind.length} clients are not equal: ${lines.slice(0, 10).join('; ')}`;
      },
    );
    report(acknowledged.length, equalAfter);

    expect(clients.flatMap(({ faults }) => faults)).toEqual([]);
    expect(clients.filter((client, index) => !isEqual(client, index))).toHaveLength(0);
    const kept = await world.sql<{ clientId: string; ticketId: string }>(
      'SELECT client_id AS "clientId", ticket_id AS "ticketId" FROM messages WHERE client_id IS NOT NULL',
    );
    const key = ({ clientId, ticketId }: Acknowledged) => `${ticketId} ${clientId}`;
    expect(kept.map(key).sort()).toEqual(acknowledged.map(key).sort());
    expect(acknowledged.length).toBeGreaterThan(0);
  });
});

async function eventually(holds: () => boolean, whatIsLeft = () => ''): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`It did not happen in time. ${whatIsLeft()}`);
    await sleep(20);
  }
}

function report(messages: number, equalAfter: number[]): void {
  const sorted = [...equalAfter].sort((a, b) => a - b);
  const share = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  console.log(
    `${messages} messages; equal after reconnect: p50 ${share(0.5)} ms, p95 ${share(0.95)} ms, last ${sorted.at(-1)} ms`,
  );
}
