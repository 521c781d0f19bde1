import ICAL from 'ical.js';
import type { Holiday } from './calendar.js';
import { Effort } from './effort.js';
import { IcalError } from './ical-error.js';
import { localTime, wallClock } from './ical-time.js';
import { dropEndlessZones } from './ical-zones.js';
import { DAY_MINUTES, DAY_MS, dateOf, dayOf, MINUTE_MS, timeOf } from './local-time.js';
import { dayRuleOf, daysOf } from './recurrence.js';

/** Local dates `YYYY-MM-DD`, both included. */
export interface DateRange {
  from: string;
  to: string;
}

export const MAX_IMPORTED_HOLIDAYS = 2000;
const DAY_SECONDS = 86_400;
const MAX_NAME = 120;
/** What a date of an event, and a day it lasts, cost compared with a day that a rule is asked about. */
const OCCURRENCE_STEPS = 100;
const HOLIDAY_STEPS = 10;
/** No event lasts longer; the library adds up a duration month by month. */
const MAX_DURATION_SECONDS = 20 * 366 * DAY_SECONDS;

/** Local time in ms, as if the zone were UTC. */
interface Stay {
  from: number;
  to: number;
  name: string | null;
}

/**
 * The events of an iCalendar file as holidays, by date, each once: days as whole holidays, times as partial ones, with
 * recurrences, their exceptions and moved occurrences.
 * @param timeZone the calendar's; events of other zones are taken at its wall clock
 * @throws IcalError
 */
export function holidaysFromIcal(text: string, timeZone: string, range: DateRange): Holiday[] {
  const events = eventsOf(text);
  const window = { from: (dayOf(range.from) as number) * DAY_MS, to: ((dayOf(range.to) as number) + 1) * DAY_MS };
  const found = new Map<string, Holiday>();
  const effort = new Effort();
  for (const event of events) {
    for (const stay of staysOf(event, timeZone, window, effort)) {
      for (const holiday of holidaysOf(stay, window, effort))
        found.set(`${holiday.date} ${holiday.from} ${holiday.to}`, holiday);
      if (found.size > MAX_IMPORTED_HOLIDAYS) throw new IcalError('too_many', stay.name);
    }
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, holiday]) => holiday);
}

function eventsOf(text: string): ICAL.Event[] {
  const all = calendarsIn(text).flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  // A moved occurrence is found through the event it belongs to. Left to itself the library would give it to every event.
  const movedOf = new Map<string, ICAL.Component[]>();
  for (const moved of all.filter(isMoved)) movedOf.set(uidOf(moved), [...(movedOf.get(uidOf(moved)) ?? []), moved]);
  const events = all
    .filter((component) => !isMoved(component))
    .map((component) => {
      const exceptions = movedOf.get(uidOf(component)) ?? [];
      movedOf.delete(uidOf(component));
      return new ICAL.Event(component, { exceptions });
    });
  if (events.length === 0) throw new IcalError('no_events');
  if (events.length > MAX_IMPORTED_HOLIDAYS) throw new IcalError('too_many');
  return events.filter(({ component }) => component.getFirstPropertyValue('status') !== 'CANCELLED');
}

const isMoved = (component: ICAL.Component): boolean => component.hasProperty('recurrence-id');
const uidOf = (component: ICAL.Component): string => String(component.getFirstPropertyValue('uid'));

function calendarsIn(text: string): ICAL.Component[] {
  try {
    const parsed = ICAL.parse(text.replace(/^\uFEFF/, '').trim());
    const all = typeof parsed[0] === 'string' ? [parsed] : parsed;
    const calendars = all.map((jcal: unknown[]) => new ICAL.Component(jcal));
    for (const calendar of calendars) dropEndlessZones(calendar);
    if (calendars.some(({ name }: ICAL.Component) => name === 'vcalendar')) return calendars;
  } catch {
    // Whatever the parser stumbled over, it is not a calendar file.
  }
  throw new IcalError('not_ical');
}

function staysOf(event: ICAL.Event, timeZone: string, window: { from: number; to: number }, effort: Effort): Stay[] {
  const name = titleOf(event);
  try {
    return occurrencesOf(event, window, effort).map((occurrence) => {
      const { item, startDate } = occurrence;
      const from = localTime(startDate, item.component, 'dtstart', timeZone);
      return { from, to: endOf(occurrence, from, timeZone), name: titleOf(item) ?? name };
    });
  } catch (error) {
    throw new IcalError(error instanceof IcalError ? error.code : 'broken_event', name);
  }
}

const titleOf = ({ summary }: ICAL.Event): string | null => summary?.trim().slice(0, MAX_NAME) || null;

type Occurrence = ReturnType<ICAL.Event['getOccurrenceDetails']>;

/** The library expands no rule: with one that nothing satisfies it would never come back. */
function occurrencesOf(event: ICAL.Event, window: { from: number; to: number }, effort: Effort): Occurrence[] {
  const { component } = event;
  const isBroken = isNoDate(component, 'dtstart') || isNoDate(component, 'dtend') || isEndless(component);
  if (isBroken || Object.values(event.exceptions).some((item) => isEndless(item.component)))
    throw new IcalError('broken_event');
  const excluded = new Set(timesIn(component, 'exdate').map(String));
  const rules = component.getAllProperties('rrule').map((property) => property.getFirstValue() as ICAL.Recur);
  const times = [
    event.startDate,
    ...rules.flatMap((rule) => timesBy(rule, event, window, effort)),
    ...timesIn(component, 'rdate'),
  ];
  effort.spend(times.length * OCCURRENCE_STEPS);
  return times
    .filter((time) => !excluded.has(time.toString()) && !excluded.has(time.toString().slice(0, 10)))
    .map((time) => event.getOccurrenceDetails(time))
    .filter(({ item }) => item.component.getFirstPropertyValue('status') !== 'CANCELLED');
}

function timesBy(
  rule: ICAL.Recur,
  event: ICAL.Event,
  window: { from: number; to: number },
  effort: Effort,
): ICAL.Time[] {
  const days = dayRuleOf(rule);
  if (!days) throw new IcalError('unsupported_rule');
  const { startDate: start, duration } = event;
  const first = Math.floor(wallClock(start) / DAY_MS);
  // A day more on both sides: zones differ by less.
  const from = Math.floor(window.from / DAY_MS) - Math.ceil(duration.toSeconds() / DAY_SECONDS) - 1;
  return daysOf(days, { first, from, to: window.to / DAY_MS }, effort)
    .map((day) => {
      const time = start.clone();
      time.adjust(day - first, 0, 0, 0);
      return time;
    })
    .filter((time) => !rule.until || time.compare(rule.until) <= 0 || isSameDay(time, rule.until));
}

/** A rule may say the last day where its event has a time. */
const isSameDay = (time: ICAL.Time, until: ICAL.Time): boolean =>
  until.isDate && time.toString().slice(0, 10) === until.toString();

const timesIn = (component: ICAL.Component, name: string): ICAL.Time[] =>
  component
    .getAllProperties(name)
    .flatMap((property) => property.getValues())
    .map((value) => (value instanceof ICAL.Period ? value.start : (value as ICAL.Time)));

/** The library makes some date of anything. */
function isNoDate(component: ICAL.Component, name: string): boolean {
  const property = component.getFirstProperty(name);
  return property !== null && dayOf(String(property.toJSON()[3]).slice(0, 10)) === null;
}

function isEndless(component: ICAL.Component): boolean {
  const duration = component.getFirstPropertyValue('duration');
  return duration instanceof ICAL.Duration && !(Math.abs(duration.toSeconds()) <= MAX_DURATION_SECONDS);
}

function endOf({ item, startDate, endDate }: Occurrence, from: number, timeZone: string): number {
  const to = localTime(endDate, item.component, 'dtend', timeZone);
  // Some programs write an event's last day where the day after belongs.
  return startDate.isDate && to <= from ? from + DAY_MS : to;
}

/** A stay, date by date, as far as it falls into the window. */
function holidaysOf({ from, to, name }: Stay, window: { from: number; to: number }, effort: Effort): Holiday[] {
  const holidays: Holiday[] = [];
  if (from >= to) return holidays;
  const ends = Math.min(to, window.to);
  for (let day = Math.floor(Math.max(from, window.from) / DAY_MS); day * DAY_MS < ends; day++) {
    effort.spend(HOLIDAY_STEPS);
    const begins = Math.max(0, Math.floor((from - day * DAY_MS) / MINUTE_MS));
    const lasts = Math.min(DAY_MINUTES, Math.ceil((to - day * DAY_MS) / MINUTE_MS));
    holidays.push({
      date: dateOf(day),
      ...(begins > 0 && { from: timeOf(begins) }),
      ...(lasts < DAY_MINUTES && { to: timeOf(lasts) }),
      ...(name && { name }),
    });
  }
  return holidays;
}
