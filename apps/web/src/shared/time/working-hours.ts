import { type Calendar, WEEKDAYS, type Weekday, type Window } from '@baton/domain/sla/calendar';
import { DAY_MINUTES, minutesOf, timeOf } from '@baton/domain/sla/local-time';

export type Week = Calendar['windows'];

/** A stretch of one day's bar, in minutes since midnight. */
export interface BarPiece {
  from: number;
  to: number;
  /** It began on the day before. */
  since?: 'yesterday';
}

/** Null while an end is not typed to its end, or both are the same. */
function spanOf([from, to]: Window): { from: number; to: number } | null {
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  if (begins === null || ends === null || begins === ends || begins === DAY_MINUTES) return null;
  return { from: begins, to: ends > begins ? ends : ends + DAY_MINUTES };
}

const spansOf = (week: Week, day: number) =>
  (week[WEEKDAYS[(day + 7) % 7] as Weekday] ?? []).flatMap((window) => spanOf(window) ?? []);

/** What is open on a day: its own hours, and what is left of the evening before. @param day 0 is Monday */
export function barsOf(week: Week, day: number): BarPiece[] {
  const late = spansOf(week, day - 1).filter(({ to }) => to > DAY_MINUTES);
  return [
    ...late.map(({ to }): BarPiece => ({ from: 0, to: to - DAY_MINUTES, since: 'yesterday' })),
    ...spansOf(week, day).map(({ from, to }): BarPiece => ({ from, to: Math.min(to, DAY_MINUTES) })),
  ];
}

/** Open minutes of a day; hours that overlap count once. */
export function openMinutes(week: Week, day: number): number {
  let end = 0;
  return barsOf(week, day)
    .sort((a, b) => a.from - b.from)
    .reduce((sum, { from, to }) => {
      const more = Math.max(0, to - Math.max(from, end));
      end = Math.max(end, to);
      return sum + more;
    }, 0);
}

export const openMinutesOfWeek = (week: Week): number =>
  WEEKDAYS.reduce((sum, _day, index) => sum + openMinutes(week, index), 0);

const TYPED = /^(\d{1,2})(?:[:.h]?(\d{2}))?h?$/;

/** `9`, `930`, `9.30` and `09:30` as `HH:MM`; null when it is no time. Only an end may be 24. */
export function readTime(typed: string, isEnd = false): string | null {
  const found = TYPED.exec(typed.trim().toLowerCase());
  if (!found) return null;
  const minutes = Number(found[1]) * 60 + Number(found[2] ?? 0);
  if (minutes > DAY_MINUTES || Number(found[2] ?? 0) > 59 || (minutes === DAY_MINUTES && !isEnd)) return null;
  return timeOf(minutes);
}

/** Days that have the same hours, one after the other: `{ from: 0, to: 4, windows }` for Monday to Friday. */
export function weekRuns(week: Week): { from: number; to: number; windows: readonly Window[] }[] {
  const runs: { from: number; to: number; windows: readonly Window[] }[] = [];
  WEEKDAYS.forEach((day, index) => {
    const windows = week[day] ?? [];
    const last = runs.at(-1);
    if (last && JSON.stringify(last.windows) === JSON.stringify(windows)) last.to = index;
    else runs.push({ from: index, to: index, windows });
  });
  return runs.filter(({ windows }) => windows.length > 0);
}
