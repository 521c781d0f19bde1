import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Binaries, sharedFolder } from './binaries.js';
import { isReachable, type ServiceUser, serviceUser } from './service-user.js';

const run = promisify(execFile);
const passwordFile = 'superuser-password';

/** A PostgreSQL data directory and the files that belong to it. */
export interface Cluster {
  /** Holds everything below; the same as the data folder unless PostgreSQL's user cannot reach that. */
  readonly home: string;
  /** PostgreSQL's own data directory. */
  readonly directory: string;
  readonly logFile: string;
  readonly user: ServiceUser | undefined;
  readonly password: string;
}

/** PostgreSQL's variables would override what the launcher asks for. */
export const cleanEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))),
  LC_ALL: 'C',
});

/**
 * Where the cluster of a data folder lives: in the folder, or where the folder's `location` file says.
 * Root's home and other private folders are closed to PostgreSQL's user; the first start then picks a shared place.
 * @throws when the folder belongs to another user of this machine.
 */
export function clusterHome(dataDir: string): string {
  const folder = resolve(dataDir);
  const pointer = join(folder, 'location');
  if (existsSync(pointer)) return openFolder(readFileSync(pointer, 'utf8').trim());
  const user = serviceUser(join(openFolder(folder), 'cluster'));
  if (!user || isReachable(folder, user, 'enter')) return folder;
  const home = join(sharedFolder, `data-${randomBytes(6).toString('hex')}`);
  writeFileSync(pointer, home);
  return openFolder(home);
}

function openFolder(folder: string): string {
  assertOwn(folder);
  mkdirSync(folder, { recursive: true });
  // Root's cluster belongs to another user, who passes through the folder without being able to list it.
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  return folder;
}

/** The cluster in a folder that `clusterHome` chose, with its user and its superuser password. */
export function openCluster(home: string): Cluster {
  const directory = join(home, 'cluster');
  const user = serviceUser(directory);
  return { home, directory, logFile: join(home, 'postgres.log'), user, password: superuserPassword(home, user) };
}

function assertOwn(folder: string): void {
  const me = process.getuid?.();
  const strangers = [folder, join(folder, 'cluster')].some((path) => {
    const owner = statSync(path, { throwIfNoEntry: false })?.uid;
    return owner !== undefined && owner !== me;
  });
  if (me && strangers) {
    throw new Error(
      `The data folder ${folder} belongs to another user. Start Baton as that user, or set another DATA_DIR.`,
    );
  }
}

function superuserPassword(home: string, user: ServiceUser | undefined): string {
  const file = join(home, passwordFile);
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  if (user) chownSync(file, user.uid, user.gid);
  return readFileSync(file, 'utf8').trim();
}

/** Creates the PostgreSQL data directory once; an interrupted creation leaves nothing behind that counts. */
export async function initialize(cluster: Cluster, binaries: Binaries): Promise<void> {
  if (existsSync(cluster.directory)) return;
  const staging = `${cluster.directory}.new`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { mode: 0o700 });
  if (cluster.user) chownSync(staging, cluster.user.uid, cluster.user.gid);
  const settings = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${join(cluster.home, passwordFile)}`];
  const args = ['--pgdata', staging, ...settings, ...access, '--no-instructions'];
  await run(binaries.initdb, args, { ...cluster.user, cwd: cluster.home, env: cleanEnvironment() });
  renameSync(staging, cluster.directory);
}
