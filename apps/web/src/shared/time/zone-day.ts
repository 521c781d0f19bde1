/** Milliseconds the zone is ahead of UTC at an instant. */
function offsetMs(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return (
    Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second')) -
    Math.floor(instant / 1000) * 1000
  );
}

const DAY_MS = 86_400_000;

/**
 * The instant at which clocks of the zone show this, also on days of 23 or 25 hours.
 * @param local the date and time shown, as if they were UTC, in milliseconds
 */
function instantOf(local: number, timeZone: string): Date {
  const guess = local - offsetMs(local, timeZone);
  return new Date(local - offsetMs(guess, timeZone));
}

/** When clocks of the zone show a date and time such as `2026-03-01T09:30`. Null when it is none. */
export function instantOfLocal(local: string, timeZone: string): Date | null {
  const ms = Date.parse(`${local}Z`);
  return Number.isFinite(ms) ? instantOf(ms, timeZone) : null;
}

/** What clocks of the zone show at an instant, such as `2026-03-01T09:30`. */
export const localOf = (instant: Date, timeZone: string): string =>
  new Date(instant.getTime() + offsetMs(instant.getTime(), timeZone)).toISOString().slice(0, 16);

/**
 * When the day began where the reader is.
 * @param daysAgo of an earlier day
 */
export function startOfDay(now: Date, timeZone: string, daysAgo = 0): Date {
  const local = now.getTime() + offsetMs(now.getTime(), timeZone);
  return instantOf((Math.floor(local / DAY_MS) - daysAgo) * DAY_MS, timeZone);
}

/**
 * When a date of the calendar begins where the reader is.
 * @param date such as `2026-03-01`
 * @param later so many days after it
 */
export const startOfDate = (date: string, timeZone: string, later = 0): Date =>
  instantOf(Date.parse(`${date}T00:00:00Z`) + later * DAY_MS, timeZone);

/** The date an instant falls on where the reader is, such as `2026-03-01`. */
export const dateOf = (instant: string, timeZone: string): string =>
  new Date(Date.parse(instant) + offsetMs(Date.parse(instant), timeZone)).toISOString().slice(0, 10);
