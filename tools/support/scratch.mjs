/** Where tests keep what nobody misses afterwards. */
import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
const enough = 4 * 2 ** 30;

/** A new folder: in memory where the system has one with room there, otherwise on disk. Who makes it, deletes it. */
export function scratchFolder(prefix) {
  return mkdtempSync(join(isRoomy(memory) ? memory : tmpdir(), prefix));
}

function isRoomy(folder) {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return Math.min(bavail * bsize, process.availableMemory()) >= enough;
  } catch {
    return false;
  }
}
