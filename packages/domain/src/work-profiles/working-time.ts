import { type Calendar, calendarProblems } from '../sla/calendar.js';
import { type CompiledCalendar, compileCalendar } from '../sla/compiled-calendar.js';
import { dayOf } from '../sla/local-time.js';

/** When somebody works, week by week. */
export type WorkingHours = Pick<Calendar, 'timeZone' | 'windows'>;

/** Days on which somebody is away, both included: `YYYY-MM-DD`. */
export interface Absence {
  from: string;
  to: string;
}

/** How long nobody sees Baton open before whoever was online counts as gone, in ms. */
export const GONE_AFTER_MS = 2 * 60_000;

const asCalendar = ({ timeZone, windows }: WorkingHours): Calendar => ({ timeZone, windows, holidays: [] });

/** Everything that keeps hours from making sense, by path: those of a calendar. */
export const hoursProblems = (hours: WorkingHours) => calendarProblems(asCalendar(hours));

/** Paths of absences that are no days, or end before they begin. */
export const absenceProblems = (absences: readonly Absence[]): string[] =>
  absences.flatMap(({ from, to }, index) => {
    const [first, last] = [dayOf(from), dayOf(to)];
    // A calendar without a year 0 cannot say that day.
    if (first === null || from < '0001') return [`${index}.from`];
    return last === null || last < first ? [`${index}.to`] : [];
  });

/** Is this moment within the hours? Who has none works whenever they are there. */
export const isOnShift = (hours: WorkingHours | null, now: number): boolean =>
  hours === null || compiled(hours).spansBetween(now, now + 1).length > 0;

/** The day it is in the zone. */
export function today(timeZone: string, now: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const of = Object.fromEntries(parts.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${of.year}-${of.month}-${of.day}`;
}

/** Does one of the absences have today in it, by the clock of the person's zone? */
export function isAbsent(absences: readonly Absence[], timeZone: string, now: number): boolean {
  const day = today(timeZone, now);
  return absences.some(({ from, to }) => from <= day && day <= to);
}

const COMPILED_MAX = 500;
const kept = new Map<string, CompiledCalendar>();

/** Few hours are asked for again and again. */
function compiled(hours: WorkingHours): CompiledCalendar {
  const key = JSON.stringify(hours);
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= COMPILED_MAX) kept.clear();
  const made = compileCalendar(asCalendar(hours));
  kept.set(key, made);
  return made;
}
