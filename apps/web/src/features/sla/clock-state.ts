import type { ClockResponse, IntervalResponse } from '@baton/contracts/sla/sla.response';

export type ClockLook = 'calm' | 'warned' | 'over' | 'paused' | 'met' | 'late' | 'cancelled';

const MINUTE = 60_000;
const ms = (instant: string) => Date.parse(instant);

/** Time of one kind within intervals, up to a moment. */
export const timeOf = (intervals: readonly IntervalResponse[], kind: IntervalResponse['kind'], until: number): number =>
  intervals
    .filter((each) => each.kind === kind && ms(each.from) < until)
    .reduce((sum, { from, to }) => sum + Math.min(ms(to), until) - ms(from), 0);

/** What a clock is at a moment: the server's word, moved on by what the clock itself says of the time since. */
export function lookAt(clock: ClockResponse, now: number): ClockLook {
  if (clock.state === 'met' || clock.state === 'cancelled' || clock.state === 'paused') return clock.state;
  if (clock.state === 'breached' && clock.metAt) return 'late';
  if (clock.state === 'breached' || (clock.dueAt && ms(clock.dueAt) <= now)) return 'over';
  return clock.warnings.some(({ at, fired }) => fired || (at && ms(at) <= now)) ? 'warned' : 'calm';
}

const isRunning = ({ state, metAt }: ClockResponse) => state === 'running' || (state === 'breached' && !metAt);

/** Working time a clock has used, milliseconds. The intervals reach ahead to the deadline, so nobody has to be asked. */
export const countedAt = (clock: ClockResponse, now: number): number =>
  clock.state === 'running' ? timeOf(clock.intervals, 'counted', now) : clock.countedMs;

/** Working time left, milliseconds; below zero, how long ago it was due. */
export function remainingAt(clock: ClockResponse, now: number): number {
  if (isRunning(clock) && clock.dueAt && ms(clock.dueAt) <= now) return ms(clock.dueAt) - now;
  return clock.targetMinutes * MINUTE - countedAt(clock, now);
}

/** How much of the target is used, 0 to 1. */
export const shareAt = (clock: ClockResponse, now: number): number =>
  Math.min(1, Math.max(0, countedAt(clock, now) / (clock.targetMinutes * MINUTE)));

const isOpen = ({ state, metAt }: ClockResponse) =>
  state === 'running' || state === 'paused' || (state === 'breached' && !metAt);
const dueMs = ({ dueAt }: ClockResponse) => (dueAt ? ms(dueAt) : Number.POSITIVE_INFINITY);

/** The moment a clock stopped for good; null while it has not. */
export function endedAt(clock: ClockResponse): number | null {
  if (clock.metAt) return ms(clock.metAt);
  if (clock.state !== 'cancelled') return null;
  let left = clock.countedMs;
  for (const { from, to, kind } of clock.intervals) {
    if (kind !== 'counted') continue;
    if (ms(to) - ms(from) >= left) return ms(from) + left;
    left -= ms(to) - ms(from);
  }
  return ms(clock.startedAt) + clock.countedMs;
}

/** The latest cycle of each promise: the open ones by their deadline, then what is over. */
export const latestClocks = (clocks: readonly ClockResponse[]): ClockResponse[] =>
  clocks
    .filter(({ metric, cycle }) => !clocks.some((other) => other.metric === metric && other.cycle > cycle))
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (isOpen(a) ? dueMs(a) - dueMs(b) : 0));
