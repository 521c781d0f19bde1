import { LIMITS } from '@baton/contracts/http/limits';
import type { UpdateWorkProfileDto, WorkingHoursDto } from '@baton/contracts/work-profiles/work-profiles.dto';
import type { WorkProfileResponse } from '@baton/contracts/work-profiles/work-profiles.response';
import { calendarProblems, WEEKDAYS } from '@baton/domain/sla/calendar';
import { dayOf } from '@baton/domain/sla/local-time';
import type { Problem } from '@baton/domain/sla/problem';

/** What the form holds: a number as it is typed, and hours that are kept while they do not apply. */
export interface WorkWish {
  capacity: string;
  skills: NonNullable<UpdateWorkProfileDto['skills']>;
  isFixed: boolean;
  hours: WorkingHoursDto;
  absences: NonNullable<UpdateWorkProfileDto['absences']>;
}

const OFFICE: [string, string][] = [['09:00', '17:00']];
const newHours = (timeZone: string): WorkingHoursDto => ({
  timeZone,
  windows: Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, OFFICE])),
});

/** @param zone of hours that are not there yet */
export const wishOf = ({ capacity, skills, hours, absences }: WorkProfileResponse, zone: string): WorkWish => ({
  capacity: String(capacity),
  skills,
  isFixed: hours !== null,
  hours: hours ?? newHours(zone),
  absences,
});

export const profileOf = ({ capacity, skills, isFixed, hours, absences }: WorkWish): UpdateWorkProfileDto => ({
  capacity: Number(capacity),
  skills,
  hours: isFixed ? hours : null,
  absences,
});

const isCapacity = (typed: string) => /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= LIMITS.capacityMax;

function hoursProblems(hours: WorkingHoursDto): Problem[] {
  return calendarProblems({ ...hours, holidays: [] }).map(({ path, code }) => ({ path: `hours.${path}`, code }));
}

function absenceProblems({ absences }: WorkWish): Problem[] {
  return absences.flatMap(({ from, to }, index): Problem[] => {
    const [first, last] = [dayOf(from), dayOf(to)];
    return [
      ...(first === null ? [{ path: `absences.${index}.from`, code: from === '' ? 'empty' : 'date' }] : []),
      ...(last === null ? [{ path: `absences.${index}.to`, code: to === '' ? 'empty' : 'date' }] : []),
      ...(first !== null && last !== null && last < first ? [{ path: `absences.${index}.to`, code: 'order' }] : []),
    ];
  });
}

/** Everything that keeps it from being saved, by field. */
export const workProblems = (wish: WorkWish): Problem[] => [
  ...(isCapacity(wish.capacity) ? [] : [{ path: 'capacity', code: 'number' }]),
  ...(wish.isFixed ? hoursProblems(wish.hours) : []),
  ...absenceProblems(wish),
];
