import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { findBinaries } from './binaries.js';
import { clusterHome, openCluster } from './cluster.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { lockFile, runningPostmaster } from './leftover.js';
import { freePort } from './port.js';
import { spawnPostmaster, untilReady } from './postmaster.js';

const log = () => {};

async function query<Row>(connectionString: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end().catch(() => {});
  }
}

/** Inserts until the server dies and answers the last number that was acknowledged. */
async function writeUntilKilled(url: string): Promise<number> {
  let acknowledged = 0;
  try {
    const client = new Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    for (let n = 1; ; n++) {
      await client.query('insert into kept (n) values ($1)', [n]);
      acknowledged = n;
    }
  } catch {
    return acknowledged;
  }
}

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 100; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
      await delay(100);
    }
  }
}

describe('embedded PostgreSQL', () => {
  // A private parent folder: what root meets below its home, and everybody in a fresh temporary folder.
  const parent = mkdtempSync(join(tmpdir(), 'baton-spec-'));
  const dataDir = join(parent, 'postgres');

  afterAll(() => {
    for (const folder of [clusterHome(dataDir), parent]) rmSync(folder, { recursive: true, force: true });
  });

  it('creates a UTF-8 database that folds case and splits words in every script', async () => {
    const server = await startEmbeddedPostgres({ dataDir, log });
    const sql = `select lower('ÄÖÜ') as folded, to_tsvector('simple', 'Größe Žluťoučký') as words`;
    expect(await query(server.ownerUrl, sql)).toEqual([{ folded: 'äöü', words: "'größe':1 'žluťoučký':2" }]);
    await server.stop();
    expect(runningPostmaster(openCluster(clusterHome(dataDir)))).toBeUndefined();
  });

  it('keeps every acknowledged row when the server is killed under writes, and comes back on its own', async () => {
    const server = await startEmbeddedPostgres({ dataDir, log });
    await query(server.ownerUrl, 'create table kept (n int primary key)');
    const writing = writeUntilKilled(server.ownerUrl);
    await delay(400);
    process.kill(runningPostmaster(openCluster(clusterHome(dataDir)))!, 'SIGKILL');
    const acknowledged = await writing;
    const [row] = await eventually(() =>
      query<{ found: number }>(server.ownerUrl, `select count(*)::int as found from kept where n <= ${acknowledged}`),
    );
    expect(acknowledged).toBeGreaterThan(0);
    expect(row?.found).toBe(acknowledged);
    await server.stop();
  });

  it('refuses a second start on the same folder', async () => {
    const server = await startEmbeddedPostgres({ dataDir, log });
    await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toThrow(/already running on the data folder/);
    expect(await query(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('replaces a server whose owner was killed', async () => {
    const cluster = openCluster(clusterHome(dataDir));
    const port = await freePort();
    const orphan = spawnPostmaster(cluster, findBinaries(cluster.user), { port, ephemeral: false });
    await untilReady(orphan, cluster, port);
    const server = await startEmbeddedPostgres({ dataDir, log });
    expect(runningPostmaster(cluster)).not.toBe(orphan.pid);
    expect(await query(server.ownerUrl, 'select min(n) from kept')).toEqual([{ min: 1 }]);
    await server.stop();
  });

  it('is not stopped by a lock file whose process number now belongs to somebody else', async () => {
    const cluster = openCluster(clusterHome(dataDir));
    writeFileSync(lockFile(cluster), `${process.pid}\n${cluster.directory}\n`);
    const server = await startEmbeddedPostgres({ dataDir, log });
    expect(readFileSync(lockFile(cluster), 'utf8')).not.toMatch(new RegExp(`^${process.pid}\n`));
    await server.stop();
  });

  it('deletes an ephemeral database when it stops', async () => {
    const server = await startEmbeddedPostgres({ ephemeral: true, log });
    const [{ directory }] = (await query(server.ownerUrl, "select current_setting('data_directory') as directory")) as [
      { directory: string },
    ];
    expect(existsSync(directory)).toBe(true);
    await server.stop();
    expect(existsSync(directory)).toBe(false);
  });
});
