import { AVAILABILITIES, type Availability } from '@baton/domain/assignment/facts';
import type { Calendar } from '@baton/domain/sla/calendar';
import {
  Line,
  Nested,
  NestedList,
  Nullable,
  OneOf,
  OpeningHours,
  Optional,
  Text,
  Uuid,
  Whole,
} from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { SkillLevelDto } from '../skills/skills.dto.js';

export class UserParams {
  @Uuid()
  userId: string;
}

/** When somebody works: as a calendar has it, without holidays. */
export class WorkingHoursDto {
  /** IANA name. */
  @Line(60)
  timeZone: string;

  @OpeningHours()
  windows: Calendar['windows'];
}

/** Days on which somebody is away, both included, by the clock of their own time zone. */
export class AbsenceDto {
  /** `2026-12-24` */
  @Text(10, 10)
  from: string;

  @Text(10, 10)
  to: string;
}

export class UpdateWorkProfileDto {
  /** How many active tickets at once; 0 gets none by itself. */
  @Optional()
  @Whole(0, LIMITS.capacityMax)
  capacity?: number;

  /** Replaces all of them. */
  @Optional()
  @NestedList(() => SkillLevelDto, LIMITS.skillsMax)
  skills?: SkillLevelDto[];

  /** Null: whenever they are online. */
  @Nullable()
  @Nested(() => WorkingHoursDto)
  hours?: WorkingHoursDto | null;

  /** Replaces all of them. */
  @Optional()
  @NestedList(() => AbsenceDto, LIMITS.absencesMax)
  absences?: AbsenceDto[];
}

export class SetAvailabilityDto {
  @OneOf(AVAILABILITIES)
  status: Availability;
}
