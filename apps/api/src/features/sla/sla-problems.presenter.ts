import type { CalendarDto } from '@baton/contracts/sla/calendar.dto';
import { type Calendar, type CalendarProblem, calendarProblems } from '@baton/domain/sla/calendar';
import type { CompiledCalendar } from '@baton/domain/sla/compiled-calendar';
import { type PolicyProblem, policyProblems, type SlaPolicy } from '@baton/domain/sla/policy';
import type { Problem } from '@baton/domain/sla/problem';
import { unreachableTargets } from '@baton/domain/sla/reachable-targets';
import { AppError } from '../../platform/http/app-error.js';

type AnyProblem = CalendarProblem | PolicyProblem | Problem<'unreachable'>;

/** What is wrong, to be said after the name of the field. */
const WORDS: Record<AnyProblem['code'], string> = {
  type: 'has another shape',
  empty: 'must not be empty',
  time_zone: 'must be a time zone such as Europe/Berlin',
  weekday: 'is no weekday: mon, tue, wed, thu, fri, sat, sun',
  time: 'must be times such as 09:00',
  equal_ends: 'must not end when it begins; all day is 00:00 to 24:00',
  date: 'must be a date such as 2026-12-24',
  order: 'must come after what is before it',
  target: 'must be whole minutes, at least one and at most a year',
  warning: 'must be a whole percent from 1 to 99',
  too_many: 'has too many',
  unreachable: 'never comes together by this calendar',
  unknown: 'is not one of the possible values',
};

/** Field path → what is wrong, as every other refusal of input has it: `windows.mon[1]` becomes `windows.mon.1`. */
function refuseProblems(problems: readonly AnyProblem[], at: string): void {
  if (problems.length === 0) return;
  const path = (problem: string) => [at, problem.replace(/\[(\d+)\]/g, '.$1')].filter(Boolean).join('.');
  throw new AppError(
    'request.invalid',
    Object.fromEntries(problems.slice(0, 20).map(({ path: field, code }) => [path(field), [WORDS[code]]])),
  );
}

/** A calendar one can count by. @param at where it stands in what was sent @throws request.invalid */
export function readCalendar({ timeZone, windows, holidays = [] }: CalendarDto, at: string): Calendar {
  const calendar = { timeZone, windows, holidays: holidays.map((holiday) => ({ ...holiday })) };
  refuseProblems(calendarProblems(calendar), at);
  return { ...calendar, holidays: calendar.holidays.sort(byDate) };
}

const byDate = (a: Calendar['holidays'][number], b: Calendar['holidays'][number]) =>
  `${a.date} ${a.from ?? ''}`.localeCompare(`${b.date} ${b.from ?? ''}`);

/** @throws request.invalid */
export const requireSensiblePolicy = (policy: Omit<SlaPolicy, 'id'>, at = ''): void =>
  refuseProblems(policyProblems(policy), at);

/** @throws request.invalid */
export const requireReachable = (targets: SlaPolicy['targets'], by: CompiledCalendar, now: Date, at = ''): void =>
  refuseProblems(unreachableTargets(targets, by, now.getTime()), at);

/** Are there hours enough for what is promised by a calendar? @throws request.invalid */
export function requireHours(
  promised: readonly Pick<SlaPolicy, 'name' | 'targets'>[],
  by: CompiledCalendar,
  now: Date,
) {
  const [policy] = promised.filter(({ targets }) => unreachableTargets(targets, by, now.getTime()).length > 0);
  if (policy)
    throw new AppError('request.invalid', {
      'calendar.windows': [`leave too little time for what “${policy.name}” promises`],
    });
}
