export const MINUTE_MS = 60_000;
export const DAY_MINUTES = 1440;
export const DAY_MS = DAY_MINUTES * MINUTE_MS;

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Minutes since midnight of `HH:MM`, `24:00` being the end of the day. Null when it is no time. */
export function minutesOf(time: unknown): number | null {
  if (time === '24:00') return DAY_MINUTES;
  const found = typeof time === 'string' ? TIME.exec(time) : null;
  return found && Number(found[1]) * 60 + Number(found[2]);
}

/** `HH:MM` of minutes since midnight. */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Days between 1970-01-01 and a date `YYYY-MM-DD`. Null when there is no such date. */
export function dayOf(date: unknown): number | null {
  if (typeof date !== 'string' || !DATE.test(date)) return null;
  const ms = Date.parse(`${date}T00:00:00Z`);
  // 30 February is read as 1 March.
  return Number.isFinite(ms) && dateOf(ms / DAY_MS) === date ? ms / DAY_MS : null;
}

/** `YYYY-MM-DD` of days since 1970-01-01. */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 0 is Monday. The epoch was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;
