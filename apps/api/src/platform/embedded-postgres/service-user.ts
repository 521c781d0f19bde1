import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The operating system user PostgreSQL runs as; undefined means "the same as this process". */
export interface ServiceUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL looks its user up by name and refuses one that /etc/passwd does not know. */
const candidates = ['postgres', 'nobody', 'daemon'];

/**
 * PostgreSQL refuses to run as root, so root lends the work to an unprivileged user.
 * An existing cluster keeps the user that owns it.
 * @throws when this process is root and the machine has no unprivileged user to lend it to.
 */
export function serviceUser(cluster: string): ServiceUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of candidates) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(`PostgreSQL does not run as root, and none of the users ${candidates.join(', ')} exists here.`);
}

/** What a user needs on a folder: to pass through it, or to list and read it as well. */
const needs = { enter: 0o1, read: 0o5 };

/** Whether `user` may enter every folder on the way to `folder` and use the folder as asked. */
export function isReachable(folder: string, user: ServiceUser, use: keyof typeof needs): boolean {
  if (!allows(folder, user, needs[use])) return false;
  const parent = dirname(folder);
  return parent === folder || isReachable(parent, user, 'enter');
}

function allows(path: string, user: ServiceUser, bits: number): boolean {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & bits) === bits;
}
