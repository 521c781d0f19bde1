import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { type Binaries, findBinaries } from './binaries.js';
import { type Cluster, clusterHome, initialize, openCluster } from './cluster.js';
import { isMisleading, lockFile, runningPostmaster } from './leftover.js';
import { lockFolder } from './owner-lock.js';
import { freePort } from './port.js';
import { spawnPostmaster, stopPostmaster, superuserUrl, untilReady } from './postmaster.js';

/** How often a start is repeated while the remains of a killed server let go of the folder, 250 ms apart. */
const maxAttempts = 40;

/** What a start needs to know. */
export interface EmbeddedPostgresOptions {
  /** Keeps the database between runs. May be left out for an ephemeral one. */
  readonly dataDir?: string;
  /** A wish: another port is taken when this one is busy. Defaults to the port of the last run. */
  readonly port?: number;
  /** Trades durability for speed, and deletes a folder it made itself. For tests only. */
  readonly ephemeral?: boolean;
  readonly log: (message: string) => void;
}

/** A running server. */
export interface EmbeddedPostgres {
  /** The superuser's address of the database `baton`. */
  readonly ownerUrl: string;
  readonly port: number;
  /** Ends all sessions and stops the server; resolves when it is down. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL server on a folder, creating it the first time, and keeps it running.
 * A folder left by a killed run recovers by itself.
 * @throws when another process runs on the folder, or the server cannot start (with the end of its log).
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir = mkdtempSync(join(tmpdir(), 'baton-test-')), ephemeral = false, log } = options;
  const home = clusterHome(dataDir);
  const unlock = await lockFolder(home);
  try {
    const cluster = openCluster(home);
    const binaries = findBinaries(cluster.user);
    await initialize(cluster, binaries);
    await clearLeftover(cluster, binaries, log);
    const port = await freePort(options.port ?? rememberedPort(home));
    writeFileSync(join(home, 'port'), String(port));
    const stopServer = await keepRunning(cluster, binaries, { port, ephemeral }, log);
    await ensureDatabase(superuserUrl(cluster, port, 'postgres'));
    const stop = async () => {
      await stopServer();
      await unlock();
      if (!options.dataDir) await deleteEmbeddedPostgres(dataDir);
    };
    return { ownerUrl: superuserUrl(cluster, port, 'baton'), port, stop };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/**
 * Deletes the database of a folder, after stopping a server that a killed run left there.
 * @throws when another process runs on the folder.
 */
export async function deleteEmbeddedPostgres(dataDir: string): Promise<void> {
  const home = clusterHome(dataDir);
  const unlock = await lockFolder(home);
  const cluster = openCluster(home);
  if (runningPostmaster(cluster)) await stopPostmaster(cluster, findBinaries(cluster.user));
  await unlock();
  for (const folder of [home, dataDir]) rmSync(folder, { recursive: true, force: true });
}

/** The superuser's address of a server that runs on the folder already, under another process; null when none does. */
export function runningEmbeddedPostgres(dataDir: string): string | null {
  if (!existsSync(dataDir)) return null;
  const home = clusterHome(dataDir);
  const port = rememberedPort(home);
  const cluster = port ? openCluster(home) : null;
  return port && cluster && runningPostmaster(cluster) ? superuserUrl(cluster, port, 'baton') : null;
}

async function clearLeftover(cluster: Cluster, binaries: Binaries, log: (message: string) => void): Promise<void> {
  if (runningPostmaster(cluster)) {
    log('Stopping the database server that an interrupted run left behind.');
    await stopPostmaster(cluster, binaries);
  }
  if (isMisleading(cluster)) rmSync(lockFile(cluster), { force: true });
  if (existsSync(cluster.logFile)) renameSync(cluster.logFile, `${cluster.logFile}.old`);
}

function rememberedPort(home: string): number | undefined {
  const file = join(home, 'port');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) || undefined : undefined;
}

/** Starts the server and, should it die, starts it again on the same port until it is told to stop. */
async function keepRunning(
  cluster: Cluster,
  binaries: Binaries,
  options: { port: number; ephemeral: boolean },
  log: (message: string) => void,
): Promise<() => Promise<void>> {
  let stopping = false;
  const start = async () => {
    for (let attempt = 1; ; attempt++) {
      const child = spawnPostmaster(cluster, binaries, options);
      try {
        await untilReady(child, cluster, options.port);
        child.once('exit', restart);
        return;
      } catch (error) {
        if (attempt === maxAttempts || !isPassing(error)) throw error;
        await delay(250);
      }
    }
  };
  const restart = () => {
    if (stopping) return;
    log('The database server died. Starting it again.');
    start().catch((error: Error) => log(`The database server cannot be started again: ${error.message}`));
  };
  await start();
  return async () => {
    stopping = true;
    await stopPostmaster(cluster, binaries);
  };
}

/** The remains of a killed server (its lock, memory or port) are gone in a moment. */
function isPassing(error: unknown): boolean {
  return /lock file|shared memory|could not bind|could not create any TCP/i.test(String(error));
}

async function ensureDatabase(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'baton'");
    if (!rowCount) await client.query('create database baton');
  } finally {
    await client.end();
  }
}
