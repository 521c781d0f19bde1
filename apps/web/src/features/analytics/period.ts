/** A day of the calendar, `2026-11-21`. */
export type Day = string;

/** Local days, both inclusive. */
export interface DayRange {
  from: Day;
  to: Day;
}

export const PRESETS = [7, 28, 90] as const;
export const DEFAULT_PRESET = 28;
const MAX_DAYS = 366;
const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
export const isDay = (text: string | null): text is Day => text !== null && DAY.test(text) && !Number.isNaN(utc(text));
export const addDays = (day: Day, count: number): Day => new Date(utc(day) + count * DAY_MS).toISOString().slice(0, 10);
export const dayCount = ({ from, to }: DayRange): number => Math.round((utc(to) - utc(from)) / DAY_MS) + 1;

/** Milliseconds by which a zone is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The instant a day begins in a zone. The second look is for days on which the clocks change. */
export function midnight(day: Day, timeZone: string): Date {
  const guess = utc(day) - offsetAt(utc(day), timeZone);
  return new Date(utc(day) - offsetAt(guess, timeZone));
}

export const today = (now: Date, timeZone: string): Day =>
  new Date(now.getTime() + offsetAt(now.getTime(), timeZone)).toISOString().slice(0, 10);

export const lastDays = (count: number, now: Date, timeZone: string): DayRange => {
  const to = today(now, timeZone);
  return { from: addDays(to, 1 - count), to };
};

/** What the address asks for; nonsense becomes the usual period. `preset` is null for chosen days. */
export function periodOf(search: URLSearchParams, now: Date, timeZone: string): DayRange & { preset: number | null } {
  const [from, to] = [search.get('from'), search.get('to')];
  if (isDay(from) && isDay(to) && from <= to && dayCount({ from, to }) <= MAX_DAYS) return { from, to, preset: null };
  const asked = Number(search.get('days'));
  const preset = PRESETS.find((each) => each === asked) ?? DEFAULT_PRESET;
  return { ...lastDays(preset, now, timeZone), preset };
}

/** The instants of a range; the end is exclusive. */
export const instantsOf = ({ from, to }: DayRange, timeZone: string) => ({
  from: midnight(from, timeZone).toISOString(),
  to: midnight(addDays(to, 1), timeZone).toISOString(),
});
