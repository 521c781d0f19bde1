import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from './cluster.js';

/** The file in which a PostgreSQL server records its process number; it stays behind when the server is killed. */
export const lockFile = (cluster: Cluster): string => join(cluster.directory, 'postmaster.pid');

/** The process number of the live server of this cluster, if there is one. */
export function runningPostmaster(cluster: Cluster): number | undefined {
  const pid = recordedPid(cluster);
  return pid && commandLine(pid).includes(cluster.directory) ? pid : undefined;
}

/**
 * Whether the lock file names a live process that is no PostgreSQL: its number was given to somebody else.
 * PostgreSQL cleans up after a dead process by itself, but would refuse to start beside this one for ever.
 */
export function isMisleading(cluster: Cluster): boolean {
  const pid = recordedPid(cluster);
  const command = pid ? commandLine(pid) : '';
  return command !== '' && !/^\S*postgres[\s:]/.test(command);
}

function recordedPid(cluster: Cluster): number | undefined {
  const file = lockFile(cluster);
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined : undefined;
}

/** Empty for a process that does not exist. */
function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
