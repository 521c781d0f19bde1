import type ICAL from 'ical.js';
import type { Effort } from './effort.js';
import { DAY_MS, weekdayOf } from './local-time.js';

/**
 * The dates of a recurrence rule, worked out day by day: slower than jumping from date to date and sure to end, also
 * with a rule that no date satisfies. Enough for holidays; a rule with more to it is refused rather than misread.
 */
export interface DayRule {
  frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  count: number | null;
  months: readonly number[];
  /** Negative ones from the month's end. */
  monthDays: readonly number[];
  /** `nth` within the month, or within the year of a yearly rule without months; 0 is every one. */
  weekdays: readonly { weekday: number; nth: number }[];
}

const ICAL_WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WEEKDAY = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/;
const UNREAD = ['BYSECOND', 'BYMINUTE', 'BYHOUR', 'BYYEARDAY', 'BYWEEKNO'];

/** A rule as far as it speaks of days; null when it says more, or is finer than days. */
export function dayRuleOf(rule: ICAL.Recur): DayRule | null {
  const parts = (name: string): (string | number)[] => rule.getComponent(name);
  const weekdays = parts('BYDAY').map((part) => WEEKDAY.exec(String(part)));
  const places = parts('BYSETPOS').map(Number);
  const isReadable = UNREAD.every((name) => parts(name).length === 0) && weekdays.every(Boolean);
  // `BYDAY=MO;BYSETPOS=-1` is the last Monday, as `BYDAY=-1MO` is.
  const isPlaced = places.length === 0 || (places.length === 1 && weekdays.length === 1 && !weekdays[0]?.[1]);
  if (!['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(rule.freq) || !isReadable || !isPlaced) return null;
  return {
    frequency: rule.freq as DayRule['frequency'],
    interval: Math.max(1, rule.interval),
    count: rule.count,
    months: parts('BYMONTH').map(Number),
    monthDays: parts('BYMONTHDAY').map(Number),
    weekdays: weekdays.map((found) => ({
      weekday: ICAL_WEEKDAYS.indexOf(found?.[2] as string),
      nth: Number(found?.[1] ?? places[0] ?? 0),
    })),
  };
}

/** How many days a rule that ends after so many dates is followed: fifty years and more. */
const MAX_DAYS = 20_000;

/**
 * Ascending days since 1970 from `from` to `to`. The event's first day is not among them: it counts as the first date
 * whatever the rule says.
 * @throws IcalError too_many
 */
export function daysOf(
  rule: DayRule,
  { first, from, to }: { first: number; from: number; to: number },
  effort: Effort,
): number[] {
  const start = fieldsOf(first);
  const isCounted = rule.count !== null;
  let left = rule.count === null ? Number.POSITIVE_INFINITY : rule.count - 1;
  const days: number[] = [];
  const last = isCounted ? Math.min(to, first + MAX_DAYS) : to;
  for (let day = isCounted ? first + 1 : Math.max(first + 1, from); day <= last && left > 0; day++) {
    effort.spend(1);
    if (!isDayOf(rule, fieldsOf(day), start)) continue;
    left--;
    if (day >= from) days.push(day);
  }
  return days;
}

interface DayFields {
  day: number;
  year: number;
  /** From 1. */
  month: number;
  date: number;
  /** 0 is Monday. */
  weekday: number;
}

function fieldsOf(day: number): DayFields {
  const at = new Date(day * DAY_MS);
  return {
    day,
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    weekday: weekdayOf(day),
  };
}

/** How many periods of a rule lie between two days. */
const PERIODS: Record<DayRule['frequency'], (day: DayFields, start: DayFields) => number> = {
  DAILY: (day, start) => day.day - start.day,
  WEEKLY: (day, start) => (day.day - day.weekday - (start.day - start.weekday)) / 7,
  MONTHLY: (day, start) => (day.year - start.year) * 12 + day.month - start.month,
  YEARLY: (day, start) => day.year - start.year,
};

function isDayOf(rule: DayRule, day: DayFields, start: DayFields): boolean {
  const { frequency, interval, months, monthDays, weekdays } = rule;
  if (PERIODS[frequency](day, start) % interval !== 0) return false;
  if (months.length > 0 && !months.includes(day.month)) return false;
  if (monthDays.length > 0 && !monthDays.some((date) => isMonthDay(date, day))) return false;
  if (weekdays.length > 0) return weekdays.some((one) => isWeekday(one, day, frequency === 'YEARLY' && !months.length));
  return monthDays.length > 0 || IMPLIED[frequency](day, start, months.length > 0);
}

/** What a rule that names no day takes from its first one. */
const IMPLIED: Record<DayRule['frequency'], (day: DayFields, start: DayFields, hasMonths: boolean) => boolean> = {
  DAILY: () => true,
  WEEKLY: (day, start) => day.weekday === start.weekday,
  MONTHLY: (day, start) => day.date === start.date,
  YEARLY: (day, start, hasMonths) => day.date === start.date && (hasMonths || day.month === start.month),
};

const lengthOf = ({ year, month }: DayFields): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const isMonthDay = (wanted: number, day: DayFields): boolean =>
  wanted > 0 ? day.date === wanted : day.date === lengthOf(day) + 1 + wanted;

function isWeekday({ weekday, nth }: DayRule['weekdays'][number], day: DayFields, ofYear: boolean): boolean {
  if (day.weekday !== weekday) return false;
  if (nth === 0) return true;
  const yearBegins = Date.UTC(day.year, 0, 1) / DAY_MS;
  const date = ofYear ? day.day - yearBegins + 1 : day.date;
  const length = ofYear ? Date.UTC(day.year + 1, 0, 1) / DAY_MS - yearBegins : lengthOf(day);
  return nth > 0 ? Math.ceil(date / 7) === nth : Math.ceil((length - date + 1) / 7) === -nth;
}
