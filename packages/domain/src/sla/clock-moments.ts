import { reachedAt } from './clock.js';
import type { CompiledCalendar } from './compiled-calendar.js';
import { MINUTE_MS } from './local-time.js';
import { endedAt, type TicketClock } from './ticket-clocks.js';

/** The percent of counted time at which a promise is broken. */
export const BREACH_PERCENT = 100;

/** Something a clock has to say: a warning, or at 100 % the breach. */
export interface ClockMoment {
  percent: number;
  at: number;
}

/**
 * A clock's warnings and its breach, by percent of counted time, ascending. What a pause keeps from coming and what
 * the clock's end came before, or in the same moment, is left out.
 * @param warnings percent, ascending
 */
export function clockMoments(
  clock: TicketClock,
  calendar: CompiledCalendar,
  warnings: readonly number[],
): ClockMoment[] {
  const target = clock.targetMinutes * MINUTE_MS;
  const end = endedAt(clock) ?? Number.POSITIVE_INFINITY;
  const moments: ClockMoment[] = [];
  for (const percent of [...warnings, BREACH_PERCENT]) {
    const at = reachedAt(calendar, clock.startedAt, Math.round((target * percent) / 100), clock.pauses);
    if (at === null || at >= end) break;
    moments.push({ percent, at });
  }
  return moments;
}

/** What has fallen due by `now` and was not said yet; `said` is the highest percent that was, or 0. */
export const fallenDue = (moments: readonly ClockMoment[], said: number, now: number): ClockMoment[] =>
  moments.filter(({ percent, at }) => percent > said && at <= now);

/** The next moment after `now` that will have to be said, as far as is known; null when there is none. */
export const nextMoment = (moments: readonly ClockMoment[], said: number, now: number): ClockMoment | null =>
  moments.find(({ percent, at }) => percent > said && at > now) ?? null;
