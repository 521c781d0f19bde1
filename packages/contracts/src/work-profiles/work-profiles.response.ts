import { AVAILABILITIES, type Availability } from '@baton/domain/assignment/facts';
import { Flag, Instant, Nested, NestedList, Nullable, OneOf, Uuids, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { SkillLevelDto } from '../skills/skills.dto.js';
import { PersonResponse } from '../users/person.response.js';
import { AbsenceDto, WorkingHoursDto } from './work-profiles.dto.js';

/** `manual`: chosen by hand, and stands until it is chosen anew. `presence`: follows whether Baton is open. */
export const AVAILABILITY_SOURCES = ['manual', 'presence'] as const;
export type AvailabilitySource = (typeof AVAILABILITY_SOURCES)[number];

/** What decides which work somebody gets. */
export class WorkProfileResponse {
  @Nested(() => PersonResponse)
  person: PersonResponse;

  @Uuids()
  teamIds: string[];

  /** By name of the skill. */
  @NestedList(() => SkillLevelDto, LIMITS.skillsMax)
  skills: SkillLevelDto[];

  @Whole(0, LIMITS.capacityMax)
  capacity: number;

  /** Tickets they hold now that are not ended. Those that wait for their requester do not count. */
  @Whole(0, Number.MAX_SAFE_INTEGER)
  active: number;

  @Nullable()
  @Nested(() => WorkingHoursDto)
  hours: WorkingHoursDto | null;

  /** From today on, the nearest first. */
  @NestedList(() => AbsenceDto, LIMITS.absencesMax)
  absences: AbsenceDto[];

  @OneOf(AVAILABILITIES)
  availability: Availability;

  @OneOf(AVAILABILITY_SOURCES)
  availabilitySource: AvailabilitySource;

  @Instant()
  availabilitySince: string;

  /** Within their hours now. */
  @Flag()
  onShift: boolean;

  /** Away for days, today being one of them. */
  @Flag()
  absent: boolean;
}

/** Coordinators and admins who may work, by name. */
export class WorkProfileListResponse {
  @NestedList(() => WorkProfileResponse)
  items: WorkProfileResponse[];
}
