import type { PlainCalendar, PlainPause, ShownTime } from './minute-oracle.js';

const MINUTE = 60_000;
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A random number below 1, the same sequence for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface History {
  calendar: PlainCalendar;
  startedAt: number;
  targetMinutes: number;
  pauses: PlainPause[];
}

/** Draws calendars and histories that meet the edges of days, windows, holidays and summer time more often than life. */
export class RandomHistories {
  constructor(private readonly random: () => number) {}

  /** @param edge epoch ms near which the clocks change */
  next(shown: ShownTime, edge: number): History {
    const { from, minutes } = shown;
    const calendar = this.calendar(shown, edge);
    const nearEdge = Math.floor(edge / MINUTE) * MINUTE + this.below(2 * 1440) * MINUTE - 1440 * MINUTE;
    const startedAt = this.chance(0.4) ? nearEdge : from + this.below(minutes - 1440) * MINUTE;
    return {
      calendar,
      startedAt: Math.min(Math.max(startedAt, from), from + (minutes - 1440) * MINUTE),
      targetMinutes: 1 + this.below(this.pick([15, 60, 60, 480, 480, 1200, 6000])),
      pauses: this.pauses(startedAt),
    };
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  private calendar(shown: ShownTime, edge: number): PlainCalendar {
    const windows: PlainCalendar['windows'] = {};
    const days = WEEK.filter(() => this.chance(0.7));
    for (const day of days.length > 0 ? days : [this.pick(WEEK)]) {
      windows[day] = Array.from({ length: this.pick([1, 1, 2, 3]) }, () => this.window());
    }
    const edgeDate = shown.dates[Math.floor((edge - shown.from) / MINUTE)] as number;
    const holidays = Array.from({ length: this.below(6) }, () => this.holiday(shown, edgeDate));
    return { timeZone: shown.timeZone, windows, holidays };
  }

  private window(): [string, string] {
    if (this.chance(0.1)) return ['00:00', '24:00'];
    const from = this.time();
    const to = this.chance(0.05) ? '24:00' : this.time();
    return from === to ? this.window() : [from, to];
  }

  private holiday(shown: ShownTime, edgeDate: number): PlainCalendar['holidays'][number] {
    const day = this.chance(0.3)
      ? edgeDate + this.below(5) - 2
      : (shown.dates[0] as number) + this.below(shown.minutes / 1440);
    const date = new Date(day * 1440 * MINUTE).toISOString().slice(0, 10);
    const [from, to] = [this.time(), this.time()].sort() as [string, string];
    if (from === to || this.chance(0.4)) return { date };
    return this.pick([{ date, from, to }, { date, from }, to === '00:00' ? { date } : { date, to }]);
  }

  /** Often a round one, often in the hours in which clocks are changed. */
  private time(): string {
    const minutes = this.pick([
      () => this.below(1440),
      () => this.below(24) * 60,
      () => this.below(8) * 30,
      () => 1320 + this.below(120),
    ])();
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  }

  /** In any order; they may touch, overlap, reach before the start, and the last may last. */
  private pauses(startedAt: number): PlainPause[] {
    return Array.from({ length: this.pick([0, 0, 1, 2, 5]) }, () => {
      const from = startedAt + (this.below(4 * 1440) - 240) * MINUTE;
      const length = this.below(this.pick([30, 600, 3000])) * MINUTE;
      return { from, to: this.chance(0.03) ? null : from + length };
    });
  }
}
