import { dayOf, minutesOf } from './local-time.js';
import { isRecord, type Problem } from './problem.js';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * Local wall-clock times `HH:MM`, the end not included. An end before its start is on the next day;
 * `['00:00', '24:00']` is all day. Windows may overlap: it is open when any of them is.
 */
export type Window = readonly [from: string, to: string];

/** A local date on which windows do not count, wholly or from `from` (else 00:00) until `to` (else 24:00). */
export interface Holiday {
  /** `YYYY-MM-DD` */
  date: string;
  from?: string;
  to?: string;
  name?: string;
}

/** When work is done: the moments at which the wall clock of the zone shows a time within a window and no holiday. */
export interface Calendar {
  /** IANA name */
  timeZone: string;
  windows: Partial<Record<Weekday, readonly Window[]>>;
  holidays: readonly Holiday[];
}

/**
 * `empty`: no window at all. `equal_ends`: a window without length. `order`: a holiday that ends before it begins.
 * `time_zone`, `time`, `date`, `weekday`: no such thing. `type`: another shape than the field has.
 */
export type CalendarProblem = Problem<
  'type' | 'time_zone' | 'weekday' | 'empty' | 'time' | 'equal_ends' | 'date' | 'order'
>;

/** Everything that keeps a value from being a calendar; none when it is one. Paths such as `windows.mon[1]`. */
export function calendarProblems(value: unknown): CalendarProblem[] {
  if (!isRecord(value)) return [{ path: '', code: 'type' }];
  return [
    ...(isTimeZone(value.timeZone) ? [] : [{ path: 'timeZone', code: 'time_zone' } as const]),
    ...weekProblems(value.windows),
    ...listProblems('holidays', value.holidays, holidayProblems),
  ];
}

/** Is it the name of a zone with rules? `+02:00` is an offset and no place. */
export function isTimeZone(name: unknown): name is string {
  if (typeof name !== 'string' || !/^[A-Za-z]/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function weekProblems(windows: unknown): CalendarProblem[] {
  if (!isRecord(windows)) return [{ path: 'windows', code: 'type' }];
  const days = Object.entries(windows).filter(([, list]) => list !== undefined);
  if (days.every(([, list]) => Array.isArray(list) && list.length === 0)) return [{ path: 'windows', code: 'empty' }];
  return days.flatMap(([day, list]) =>
    (WEEKDAYS as readonly string[]).includes(day)
      ? listProblems(`windows.${day}`, list, windowProblems)
      : [{ path: `windows.${day}`, code: 'weekday' }],
  );
}

type Check = (item: unknown, path: string) => CalendarProblem[];

function listProblems(path: string, list: unknown, check: Check): CalendarProblem[] {
  if (!Array.isArray(list)) return [{ path, code: 'type' }];
  return list.flatMap((item, index) => check(item, `${path}[${index}]`));
}

const windowProblems: Check = (window, path) => {
  if (!Array.isArray(window) || window.length !== 2) return [{ path, code: 'type' }];
  const [from, to] = window.map(minutesOf);
  if (from == null || to == null || window[0] === '24:00') return [{ path, code: 'time' }];
  return from === to ? [{ path, code: 'equal_ends' }] : [];
};

const holidayProblems: Check = (holiday, path) => {
  if (!isRecord(holiday)) return [{ path, code: 'type' }];
  const { date, from = '00:00', to = '24:00', name = '' } = holiday;
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  const problems: CalendarProblem[] = [];
  if (dayOf(date) === null) problems.push({ path: `${path}.date`, code: 'date' });
  if (begins === null) problems.push({ path: `${path}.from`, code: 'time' });
  if (ends === null) problems.push({ path: `${path}.to`, code: 'time' });
  if (begins !== null && ends !== null && begins >= ends) problems.push({ path: `${path}.to`, code: 'order' });
  if (typeof name !== 'string') problems.push({ path: `${path}.name`, code: 'type' });
  return problems;
};
