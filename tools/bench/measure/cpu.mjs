import { readFileSync } from 'node:fs';

/** The kernel counts processor time in these, USER_HZ, everywhere. */
const MS_PER_TICK = 10;

/** User and system time of a process, and of its children that have ended, in milliseconds. */
function timesOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const [user, system, userOfEnded, systemOfEnded] = fields.slice(11, 15).map(Number);
  return { own: (user + system) * MS_PER_TICK, ended: (userOfEnded + systemOfEnded) * MS_PER_TICK };
}

export const processCpu = (pid) => timesOf(pid).own;

/** Programs this very process started and waited for. */
export const endedChildrenCpu = () => timesOf(process.pid).ended;

/** All of a PostgreSQL server: the backends that run, those that ended meanwhile, and its background work. */
export function postgresCpu(postmaster) {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').split(' ').filter(Boolean);
  const { own, ended } = timesOf(postmaster);
  return children.reduce((sum, pid) => sum + cpuOrNothing(pid), own + ended);
}

function cpuOrNothing(pid) {
  try {
    return processCpu(pid);
  } catch {
    return 0; // It ended between the two looks, and is counted as such the next time.
  }
}

/** Resident memory in bytes. */
export function memoryOf(pid) {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kilobytes) * 1024;
}
