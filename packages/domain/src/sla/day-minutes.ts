import { type Calendar, type Holiday, WEEKDAYS } from './calendar.js';
import { DAY_MINUTES, dayOf, minutesOf } from './local-time.js';

/** Local minutes of a day, the end not included. */
export type Minutes = readonly [from: number, to: number];

/** A part of a window: `open`, or taken by a `holiday`. */
export interface Piece {
  minutes: Minutes;
  kind: 'open' | 'holiday';
}

/** A weekday's windows and what runs over from the day before. */
export function minutesOpenOn({ windows }: Calendar, weekday: number): Minutes[] {
  const of = (index: number) =>
    (windows[WEEKDAYS[(index + 7) % 7] as (typeof WEEKDAYS)[number]] ?? []).map(
      ([from, to]) => [minutesOf(from) as number, minutesOf(to) as number] as const,
    );
  const own = of(weekday).map(([from, to]): Minutes => [from, from < to ? to : DAY_MINUTES]);
  const overrun = of(weekday - 1).filter(([from, to]) => to < from);
  return merged([...own, ...overrun.map(([, to]): Minutes => [0, to])]);
}

/** What holidays take, by days since 1970. */
export function minutesTaken(holidays: readonly Holiday[]): Map<number, Minutes[]> {
  const taken = new Map<number, Minutes[]>();
  for (const { date, from = '00:00', to = '24:00' } of holidays) {
    const day = dayOf(date) as number;
    const minutes: Minutes = [minutesOf(from) as number, minutesOf(to) as number];
    taken.set(day, merged([...(taken.get(day) ?? []), minutes]));
  }
  return taken;
}

function merged(list: readonly Minutes[]): Minutes[] {
  const result: [number, number][] = [];
  for (const [from, to] of [...list].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (from < to) result.push([from, to]);
  }
  return result;
}

/** A window cut at the holidays' edges, in order. */
export function cutByHolidays([from, to]: Minutes, taken: readonly Minutes[]): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const [begins, ends] of taken) {
    if (ends <= at || begins >= to) continue;
    pieces.push({ minutes: [at, Math.max(at, begins)], kind: 'open' });
    pieces.push({ minutes: [Math.max(at, begins), Math.min(ends, to)], kind: 'holiday' });
    at = Math.min(ends, to);
  }
  return [...pieces, { minutes: [at, to], kind: 'open' }];
}
