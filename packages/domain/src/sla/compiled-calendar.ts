import { Temporal } from 'temporal-polyfill';
import { type Calendar, WEEKDAYS } from './calendar.js';
import { cutByHolidays, type Minutes, minutesOpenOn, minutesTaken, type Piece } from './day-minutes.js';
import { DAY_MS, MINUTE_MS, weekdayOf } from './local-time.js';

/** Time within windows, in epoch ms: `open`, or taken by a `holiday`. */
export interface Span {
  from: number;
  to: number;
  kind: Piece['kind'];
}

/** A stretch of absolute time with the same offset from UTC throughout, in ms. */
interface Steady {
  from: number;
  to: number;
  offset: number;
}

/** The spans of one piece of time, ascending and apart, with the sums that make searching it a bisection. */
interface Stretch {
  spans: readonly Span[];
  /** Of the open spans. */
  starts: readonly number[];
  /** Counted ms from the stretch's beginning to each start, and to the stretch's end. */
  sums: readonly number[];
}

const STRETCH_MS = 64 * DAY_MS;
/** How far a deadline is looked for: some twenty years. */
export const HORIZON_MS = 20 * 366 * DAY_MS;
/** Near the end of what dates can say. */
const LAST_MOMENT = 8e15;

/**
 * A calendar in absolute time. Its wall clock is followed offset by offset, so that an hour the clocks skip is never
 * open and an hour they repeat is open twice. Worked out as far as it is asked for, and remembered: keep it.
 */
export class CompiledCalendar {
  private readonly week: readonly (readonly Minutes[])[];
  private readonly taken: ReadonlyMap<number, readonly Minutes[]>;
  private readonly stretches = new Map<number, Stretch>();

  /** @param calendar one without `calendarProblems` */
  constructor(readonly calendar: Calendar) {
    this.week = WEEKDAYS.map((_day, index) => minutesOpenOn(calendar, index));
    this.taken = minutesTaken(calendar.holidays);
  }

  /** Counted ms between two moments. */
  openBetween(from: number, to: number): number {
    if (to <= from) return 0;
    const [first, last] = [stretchOf(from), stretchOf(to)];
    let open = openUntil(this.stretch(last), to) - openUntil(this.stretch(first), from);
    for (let index = first; index < last; index++) open += totalOf(this.stretch(index));
    return open;
  }

  /** The earliest moment at which `ms` have counted since `from`; null when that is not before `until`. */
  openAfter(from: number, ms: number, until: number): number | null {
    if (ms <= 0) return from;
    if (Math.abs(from) > LAST_MOMENT) return null;
    const first = stretchOf(from);
    const last = stretchOf(Math.min(until, LAST_MOMENT));
    let wanted = ms + openUntil(this.stretch(first), from);
    for (let index = first; index <= last; index++) {
      const stretch = this.stretch(index);
      if (wanted <= totalOf(stretch)) return beforeOrNull(momentOf(stretch, wanted), until);
      wanted -= totalOf(stretch);
    }
    return null;
  }

  /** The time between two moments that lies within windows, ascending; touching spans of a kind are one. */
  spansBetween(from: number, to: number): Span[] {
    const found: Span[] = [];
    for (let index = stretchOf(from); index <= stretchOf(to); index++) {
      for (const span of this.stretch(index).spans) {
        add(found, Math.max(span.from, from), Math.min(span.to, to), span.kind);
      }
    }
    return found;
  }

  private stretch(index: number): Stretch {
    const known = this.stretches.get(index);
    if (known) return known;
    const made = summed(this.spansOf(index * STRETCH_MS, (index + 1) * STRETCH_MS));
    this.stretches.set(index, made);
    return made;
  }

  private spansOf(from: number, to: number): Span[] {
    const spans: Span[] = [];
    for (const steady of steadyTimes(this.calendar.timeZone, from, to)) {
      const lastDay = Math.floor((steady.to - 1 + steady.offset) / DAY_MS);
      for (let day = Math.floor((steady.from + steady.offset) / DAY_MS); day <= lastDay; day++) {
        this.addDay(spans, day, steady);
      }
    }
    return spans;
  }

  /** What of a local date falls into a time of one offset. */
  private addDay(spans: Span[], day: number, { from, to, offset }: Steady): void {
    const midnight = day * DAY_MS - offset;
    const taken = this.taken.get(day) ?? [];
    for (const window of this.week[weekdayOf(day)] as readonly Minutes[]) {
      for (const { minutes, kind } of cutByHolidays(window, taken)) {
        const [begins, ends] = minutes;
        add(spans, Math.max(from, midnight + begins * MINUTE_MS), Math.min(to, midnight + ends * MINUTE_MS), kind);
      }
    }
  }
}

/** @param calendar one without `calendarProblems` */
export const compileCalendar = (calendar: Calendar): CompiledCalendar => new CompiledCalendar(calendar);

const stretchOf = (at: number): number => Math.floor(at / STRETCH_MS);

/** Adds what is not empty, to the last span when it goes on. */
function add(spans: Span[], from: number, to: number, kind: Span['kind']): void {
  if (from >= to) return;
  const last = spans.at(-1);
  if (last?.to === from && last.kind === kind) last.to = to;
  else spans.push({ from, to, kind });
}

function summed(spans: readonly Span[]): Stretch {
  const open = spans.filter(({ kind }) => kind === 'open');
  let sum = 0;
  const sums = [0];
  for (const { from, to } of open) {
    sum += to - from;
    sums.push(sum);
  }
  return { spans, starts: open.map(({ from }) => from), sums };
}

const beforeOrNull = (moment: number, until: number): number | null => (moment < until ? moment : null);

const totalOf = ({ sums }: Stretch): number => sums.at(-1) as number;

/** Counted ms from the stretch's beginning to a moment within it. */
function openUntil({ starts, sums }: Stretch, at: number): number {
  const index = lastBelow(starts, at);
  if (index < 0) return 0;
  const sinceStart = (sums[index] as number) + at - (starts[index] as number);
  return Math.min(sinceStart, sums[index + 1] as number);
}

/** The moment at which so much has counted; what is used up at closing time is due at closing time. */
function momentOf({ starts, sums }: Stretch, counted: number): number {
  const index = lastBelow(sums, counted);
  return (starts[index] as number) + counted - (sums[index] as number);
}

/** The place of the last number below a bound in an ascending list; -1 when there is none. */
function lastBelow(numbers: readonly number[], bound: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function steadyTimes(timeZone: string, from: number, to: number): Steady[] {
  const steady: Steady[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    const offset = at.offsetNanoseconds / 1e6;
    const isLast = next === null || next.epochMilliseconds >= to;
    steady.push({ from: at.epochMilliseconds, to: isLast ? to : next.epochMilliseconds, offset });
    if (isLast) return steady;
    at = next;
  }
}
