const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `6m 42s` under ten minutes, then `41m`, `4h 54m`, `1d 2h`: never more than two units. */
export function formatDuration(milliseconds: number): string {
  const total = Math.max(0, milliseconds);
  const minutes = Math.floor(total / MINUTE);
  if (minutes < 10) {
    const seconds = Math.floor((total % MINUTE) / 1000);
    return minutes === 0 ? `${seconds}s` : `${minutes}m ${seconds}s`;
  }
  if (total < HOUR) return `${minutes}m`;
  const [large, small, units] =
    total < DAY
      ? [Math.floor(total / HOUR), Math.floor((total % HOUR) / MINUTE), ['h', 'm']]
      : [Math.floor(total / DAY), Math.floor((total % DAY) / HOUR), ['d', 'h']];
  return small === 0 ? `${large}${units[0]}` : `${large}${units[0]} ${small}${units[1]}`;
}

/** A length of time that stands still: in whole minutes, from one on. */
export const formatLength = (milliseconds: number): string =>
  milliseconds < MINUTE
    ? formatDuration(milliseconds)
    : formatDuration(Math.round(milliseconds / MINUTE) * MINUTE).replace('m 0s', 'm');

const LOCALE = 'en-GB';

/** Building a formatter costs far more than using one: there is one for each zone. */
function formatOf(options: Intl.DateTimeFormatOptions): (date: Date, timeZone: string) => string {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (date, timeZone) => {
    const format = formats.get(timeZone) ?? new Intl.DateTimeFormat(LOCALE, { ...options, timeZone });
    formats.set(timeZone, format);
    return format.format(date);
  };
}

const dayOf = formatOf({ year: 'numeric', month: '2-digit', day: '2-digit' });
const yearOf = formatOf({ year: 'numeric' });
const shortDay = formatOf({ day: 'numeric', month: 'short' });
const dayWithYear = formatOf({ day: 'numeric', month: 'short', year: 'numeric' });
const longDay = formatOf({ weekday: 'short', day: 'numeric', month: 'long' });
const timeOf = formatOf({ hour: '2-digit', minute: '2-digit' });
const weekdayOf = formatOf({ weekday: 'short' });

/** `12 Oct`, with the year when it is not this one. */
export const formatDay = (date: Date, now: Date, timeZone: string): string =>
  (yearOf(date, timeZone) === yearOf(now, timeZone) ? shortDay : dayWithYear)(date, timeZone);

/** A day as a heading: `Wed 18 November`. */
export const formatDate = (date: Date, timeZone: string): string => longDay(date, timeZone).replace(',', '');

/** `10:48` today, `Wed 16:52` within a week, `12 Oct 09:30` before. */
export function formatClock(date: Date, now: Date, timeZone: string): string {
  const time = timeOf(date, timeZone);
  if (dayOf(date, timeZone) === dayOf(now, timeZone)) return time;
  const near = Math.abs(now.getTime() - date.getTime()) < 6 * DAY;
  return `${near ? weekdayOf(date, timeZone) : formatDay(date, now, timeZone)} ${time}`;
}

/** How long ago, in one unit: `now`, `18m`, `3h`, `2d`, then the day. */
export function formatAge(date: Date, now: Date, timeZone: string): string {
  const age = now.getTime() - date.getTime();
  if (age < MINUTE) return 'now';
  if (age < HOUR) return `${Math.floor(age / MINUTE)}m`;
  if (age < DAY) return `${Math.floor(age / HOUR)}h`;
  return age < 7 * DAY ? `${Math.floor(age / DAY)}d` : formatDay(date, now, timeZone);
}

/** The same inside a sentence: `just now`, `18m ago`, `on 12 Oct`. */
export function formatAgo(date: Date, now: Date, timeZone: string): string {
  const age = formatAge(date, now, timeZone);
  if (age === 'now') return 'just now';
  return /^\d+[mhd]$/.test(age) ? `${age} ago` : `on ${age}`;
}

/** Everything, for tooltips: `Wed 18 November 2026, 16:52`. */
export const formatFull = formatOf({
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
