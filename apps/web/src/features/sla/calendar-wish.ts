import type { CalendarResponse } from '@baton/contracts/sla/calendar.response';
import { calendarProblems, type Holiday } from '@baton/domain/sla/calendar';
import type { Problem } from '@baton/domain/sla/problem';
import type { CalendarWish } from './sla-admin.queries';

const OFFICE: [string, string][] = [['09:00', '17:00']];

/** A calendar to begin with: office hours where the admin is. */
export const newCalendar = (timeZone: string): CalendarWish => ({
  name: '',
  calendar: {
    timeZone,
    windows: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE },
    holidays: [],
  },
});

export const wishOfCalendar = ({ name, calendar }: CalendarResponse): CalendarWish => ({ name, calendar });

export function calendarWishProblems({ name, calendar }: CalendarWish): Problem[] {
  const problems: Problem[] = calendarProblems(calendar).map(({ path, code }) => ({ path: `calendar.${path}`, code }));
  return name.trim() === '' ? [{ path: 'name', code: 'empty' }, ...problems] : problems;
}

const keyOf = ({ date, from = '', to = '' }: Holiday) => `${date} ${from} ${to}`;

export const sortedHolidays = <H extends Holiday>(holidays: readonly H[]): H[] =>
  [...holidays].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));

/** Those that are not there yet. */
export const freshHolidays = <H extends Holiday>(known: readonly Holiday[], read: readonly H[]): H[] => {
  const keys = new Set(known.map(keyOf));
  return read.filter((holiday) => !keys.has(keyOf(holiday)));
};
