import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { deleteEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.js';
import { Client } from '../support/client.js';
import { RunningBaton } from './running-baton.js';

// Whole processes with databases start, stop and recover here.
jest.setTimeout(90_000);

const WRITERS = 6;
const LOAD_MS = 700;
const EMAIL = 'ada@acme.test';
const PASSWORD = 'a lighthouse in fog';

/** What became of the requests: numbers of tickets that were acknowledged, and everything that went wrong. */
interface Load {
  acknowledged: string[];
  failures: string[];
}

const causeOf = (error: unknown): string => {
  const { cause } = error as { cause?: { code?: string } };
  return cause?.code ?? String(error);
};

/** Nobody took the request: the door was closed, or closing while it knocked. A load balancer would ask the next process. */
const TURNED_AWAY = ['ECONNREFUSED', 'ECONNRESET'];

/** Creates tickets, one after another in each writer, until nobody listens any more. */
async function write(client: Client): Promise<Load> {
  const load: Load = { acknowledged: [], failures: [] };
  const writer = async () => {
    for (;;) {
      try {
        const body = { subject: 'Under load', description: 'One of many.' };
        const answer = await client.call(ticketsEndpoints.create, { body });
        if (answer.status === 201) load.acknowledged.push(answer.body.number);
        else load.failures.push(String(answer.status));
      } catch (error) {
        if (!TURNED_AWAY.includes(causeOf(error))) load.failures.push(causeOf(error));
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  return load;
}

async function numbersOf(client: Client): Promise<string[]> {
  const numbers: string[] = [];
  let cursor: string | null | undefined;
  do {
    const query = { limit: 100, ...(cursor ? { cursor } : {}) };
    const { body } = await client.call(ticketsEndpoints.list, { query });
    numbers.push(...body.items.map((ticket) => ticket.number));
    cursor = body.nextCursor;
  } while (cursor);
  return numbers;
}

describe('a process under load', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-process-'));
  let baton: RunningBaton;
  let token: string;
  const acknowledged: string[] = [];

  beforeAll(async () => {
    baton = await RunningBaton.start(dataDir);
    await baton.operate(['tenant:create', '--slug', 'acme', '--name', 'Acme', '--prefix', 'ACME']);
    const admin = ['admin:create', '--organization', 'acme', '--name', 'Ada', '--email', EMAIL];
    await baton.operate(admin, { BATON_ADMIN_PASSWORD: PASSWORD });
    const credentials = { email: EMAIL, password: PASSWORD };
    token = (await new Client(baton.url).call(authEndpoints.login, { body: credentials })).body.accessToken;
  });
  afterAll(async () => {
    await baton.killEverything();
    await deleteEmbeddedPostgres(join(dataDir, 'postgres'));
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('answers everything it was asked before SIGTERM ends it, and stops its database', async () => {
    const load = write(new Client(baton.url, token));
    await sleep(LOAD_MS);
    const postmaster = baton.postmaster();
    const { code, ms } = await baton.terminate();
    const { failures, acknowledged: numbers } = await load;
    expect({ code, failures }).toEqual({ code: 0, failures: [] });
    expect(ms).toBeLessThan(10_000);
    expect(numbers.length).toBeGreaterThan(WRITERS);
    expect(postmaster).toBeGreaterThan(0);
    expect(baton.postmaster()).toBeUndefined();
    acknowledged.push(...numbers);
  });

  it('has lost nothing it acknowledged when it and its database were killed', async () => {
    baton = await RunningBaton.start(dataDir);
    // Whoever was turned away by the one before had really not been heard.
    expect((await numbersOf(new Client(baton.url, token))).sort()).toEqual(acknowledged.sort());
    const load = write(new Client(baton.url, token));
    await sleep(LOAD_MS);
    await baton.killEverything();
    acknowledged.push(...(await load).acknowledged);

    baton = await RunningBaton.start(dataDir);
    const client = new Client(baton.url, token);
    const kept = await numbersOf(client);
    expect(kept).toEqual(expect.arrayContaining(acknowledged));
    // Numbers come one after another: nothing is half there, nothing is there twice.
    expect(new Set(kept).size).toBe(kept.length);
    expect(await baton.terminate()).toMatchObject({ code: 0 });
  });
});
