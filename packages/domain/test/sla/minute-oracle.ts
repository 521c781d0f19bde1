/**
 * What a calendar means, minute by minute: each minute is asked what a wall clock shows (`Intl`), and that is looked up
 * in the calendar as it is written. Slow, obvious, and without a line of the product.
 */
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

export interface PlainCalendar {
  timeZone: string;
  windows: Record<string, [string, string][]>;
  holidays: { date: string; from?: string; to?: string }[];
}

export type Kind = 'counted' | 'closed' | 'holiday' | 'paused';

/** What a wall clock shows in each minute of a piece of time. */
export interface ShownTime {
  timeZone: string;
  /** Epoch ms, whole minutes. */
  from: number;
  minutes: number;
  /** Days since 1970 of the shown date, per minute. */
  dates: Int32Array;
  /** Minutes since the shown midnight, per minute. */
  times: Int16Array;
}

/** Looks at the clock of a zone once for every minute. */
export function watchClock(timeZone: string, from: number, days: number): ShownTime {
  const clock = clockOf(timeZone);
  const minutes = days * 1440;
  const shown: ShownTime = {
    timeZone,
    from,
    minutes,
    dates: new Int32Array(minutes),
    times: new Int16Array(minutes),
  };
  for (let index = 0; index < minutes; index++) {
    const text = clock.format(from + index * MINUTE);
    shown.dates[index] = Date.parse(`${text.slice(0, 10)}T00:00Z`) / DAY;
    shown.times[index] = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
  }
  return shown;
}

/** The days, at noon UTC, after which the clocks of a zone are changed, between two moments. */
export function clockChanges(timeZone: string, from: number, to: number): number[] {
  const clock = clockOf(timeZone);
  const days: number[] = [];
  for (let noon = from; noon < to; noon += DAY) {
    if (clock.format(noon).slice(11) !== clock.format(noon + DAY).slice(11)) days.push(noon);
  }
  return days;
}

/** `2026-03-29 02:30` */
const clockOf = (timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const minutesIn = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export interface PlainPause {
  from: number;
  to: number | null;
}

/** What each minute was: closed by the calendar, taken by a holiday, paused, or counted. */
export function kindsOf(shown: ShownTime, calendar: PlainCalendar, pauses: readonly PlainPause[]) {
  const week = openWeek(calendar);
  const holidays = calendar.holidays.map(({ date, from = '00:00', to = '24:00' }) => ({
    date: Date.parse(`${date}T00:00Z`) / DAY,
    from: minutesIn(from),
    to: minutesIn(to),
  }));
  const isHoliday = (date: number, time: number) =>
    holidays.some((holiday) => holiday.date === date && time >= holiday.from && time < holiday.to);
  const isPaused = (at: number) => pauses.some(({ from, to }) => at >= from && (to === null || at < to));
  return (index: number): Kind => {
    const date = shown.dates[index] as number;
    const time = shown.times[index] as number;
    const isOpen = (week[(date + 3) % 7] as Uint8Array)[time] === 1;
    if (!isOpen) return 'closed';
    if (isHoliday(date, time)) return 'holiday';
    return isPaused(shown.from + index * MINUTE) ? 'paused' : 'counted';
  };
}

/** Walks each window of the week from its start to its end and marks the minutes on its way. */
function openWeek({ windows }: PlainCalendar): Uint8Array[] {
  const week = DAYS.map(() => new Uint8Array(1440));
  for (const [day, list] of Object.entries(windows)) {
    for (const [from, to] of list) {
      let [weekday, minute] = [DAYS.indexOf(day), minutesIn(from)];
      const end = minutesIn(to) % 1440;
      do {
        (week[weekday] as Uint8Array)[minute] = 1;
        minute = (minute + 1) % 1440;
        if (minute === 0) weekday = (weekday + 1) % 7;
      } while (minute !== end);
    }
  }
  return week;
}

/** Counts minutes from a moment until there are enough: the moment after the last. Null when the time watched is over. */
export function oracleDueAt(
  shown: ShownTime,
  kindAt: (index: number) => Kind,
  startedAt: number,
  targetMinutes: number,
): number | null {
  let counted = 0;
  for (let index = (startedAt - shown.from) / MINUTE; index < shown.minutes; index++) {
    if (kindAt(index) === 'counted') counted++;
    if (counted === targetMinutes) return shown.from + (index + 1) * MINUTE;
  }
  return null;
}

/** How many of the minutes between two moments counted. */
export function oracleElapsed(
  shown: ShownTime,
  kindAt: (index: number) => Kind,
  startedAt: number,
  until: number,
): number {
  let counted = 0;
  const last = (until - shown.from) / MINUTE;
  for (let index = (startedAt - shown.from) / MINUTE; index < last; index++) {
    if (kindAt(index) === 'counted') counted++;
  }
  return counted;
}
