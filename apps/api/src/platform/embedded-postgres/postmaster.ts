import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { Binaries } from './binaries.js';
import { type Cluster, cleanEnvironment } from './cluster.js';
import { runningPostmaster } from './leftover.js';

const run = promisify(execFile);

/** A crash recovery replays at most `max_wal_size` of log, which takes seconds; this is the slow disk's share. */
const startTimeoutMs = 120_000;

/** SQLSTATE invalid_password. */
const wrongPassword = '28P01';

const durable = { fsync: 'on', synchronous_commit: 'on' };
/** For tests, whose data nobody misses after a crash. */
const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** A quarter of the memory there is, as PostgreSQL's manual advises; what is not needed for data is never taken. */
const sharedBuffers = (): string => {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return `${Math.max(128, Math.floor(memory / 4 / 2 ** 20))}MB`;
};

/** What the server is started with, beside its cluster and its programs. */
export interface PostmasterOptions {
  readonly port: number;
  readonly ephemeral: boolean;
}

/** Starts the server process. Its output goes to the log file, so it survives the death of this process. */
export function spawnPostmaster(cluster: Cluster, binaries: Binaries, options: PostmasterOptions): ChildProcess {
  const settings = {
    port: String(options.port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: options.ephemeral ? '128MB' : sharedBuffers(),
    // With less, a search for a phrase of common words forgets which rows it meant and reads whole pages.
    work_mem: '16MB',
    max_connections: '100',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    ...(options.ephemeral ? careless : durable),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openSync(cluster.logFile, 'a', 0o600);
  const child = spawn(binaries.postgres, ['-D', cluster.directory, ...args], {
    ...cluster.user,
    cwd: cluster.home,
    env: cleanEnvironment(),
    stdio: ['ignore', output, output],
    // Ctrl-C reaches the whole process group; the server must outlive the requests being drained.
    detached: !options.ephemeral,
  });
  closeSync(output);
  child.unref();
  return child;
}

/**
 * Waits until the server accepts connections.
 * @throws with the end of the server's log when it exits or stays silent.
 */
export async function untilReady(child: ChildProcess, cluster: Cluster, port: number): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  while (Date.now() < deadline) {
    if (failure) throw failure;
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`PostgreSQL stopped.\n${logTail(cluster)}`);
    if (await accepts(superuserUrl(cluster, port, 'postgres'))) return;
    await delay(50);
  }
  throw new Error(`PostgreSQL did not answer within ${startTimeoutMs / 1000} s.\n${logTail(cluster)}`);
}

/** The address of one database of the cluster, for the superuser. */
export function superuserUrl(cluster: Cluster, port: number, database: string): string {
  return `postgres://postgres:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** Fast shutdown: sessions are ended, everything committed is on disk. Falls back to an immediate one. */
export async function stopPostmaster(cluster: Cluster, binaries: Binaries): Promise<void> {
  if (!existsSync(join(cluster.directory, 'postmaster.pid'))) return;
  const options = { ...cluster.user, cwd: cluster.home, env: cleanEnvironment() };
  const stop = (mode: string) =>
    run(binaries.pgCtl, ['stop', '-D', cluster.directory, '-m', mode, '-w', '-t', '20'], options);
  try {
    await stop('fast');
  } catch (error) {
    if (runningPostmaster(cluster)) await stop('immediate').catch(() => Promise.reject(error));
  }
}

async function accepts(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2_000 });
  // The server may end the session while it is being closed; nobody is waiting for that answer.
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== wrongPassword) return false;
    throw new Error(
      'The database refuses its own password: the file superuser-password is not the one it was made with.',
    );
  } finally {
    await client.end().catch(() => {});
  }
}

function logTail(cluster: Cluster): string {
  const lines = existsSync(cluster.logFile) ? readFileSync(cluster.logFile, 'utf8').trimEnd().split('\n') : [];
  return [...lines.slice(-12), `The whole log: ${cluster.logFile}`].join('\n');
}
