import { ACCOUNT_STATUSES, type AccountStatus } from '@baton/domain/accounts/account-status';
import { ROLES, type Role } from '@baton/domain/permissions/roles';
import {
  Email,
  Flag,
  Line,
  Nested,
  NestedList,
  Nullable,
  OneOf,
  Optional,
  Phone,
  QueryAnyOf,
  QueryIds,
  Uuids,
  Whole,
} from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { PageQuery } from '../http/page.js';
import { SkillLevelDto } from '../skills/skills.dto.js';
import { WorkingHoursDto } from '../work-profiles/work-profiles.dto.js';
import { LANGUAGES, type Language, THEMES, type ThemeChoice } from './profile.js';

export class ListUsersQuery extends PageQuery {
  @Optional()
  @QueryAnyOf(ACCOUNT_STATUSES)
  status?: AccountStatus[];

  @Optional()
  @QueryAnyOf(ROLES)
  role?: Role[];

  @Optional()
  @QueryIds()
  team?: string[];

  /** Part of a name, e-mail or employee number. */
  @Optional()
  @Line(LIMITS.searchMax, 0)
  q?: string;
}

export class AvatarQuery {
  /** Differs for each picture, so that browsers may keep it; the server ignores it. */
  @Optional()
  @Line(20)
  v?: string;
}

export class InviteUserDto {
  @Line(LIMITS.nameMax)
  name: string;

  @Email()
  email: string;

  @OneOf(ROLES)
  role: Role;

  @Optional()
  @Phone()
  phone?: string;

  @Optional()
  @Uuids()
  teamIds?: string[];
}

export class UpdateUserDto {
  @Optional()
  @Line(LIMITS.nameMax)
  name?: string;

  @Optional()
  @OneOf(ROLES)
  role?: Role;

  @Optional()
  @Uuids()
  teamIds?: string[];

  /** Replaces all of them. These and the next two are for those who work on the desk, as in their work profile. */
  @Optional()
  @NestedList(() => SkillLevelDto, LIMITS.skillsMax)
  skills?: SkillLevelDto[];

  @Optional()
  @Whole(0, LIMITS.capacityMax)
  capacity?: number;

  /** Null: whenever they are online. */
  @Nullable()
  @Nested(() => WorkingHoursDto)
  workingHours?: WorkingHoursDto | null;
}

export class RejectUserDto {
  /** The person reads this in the mail. */
  @Line(LIMITS.reasonMax)
  reason: string;
}

export class ApproveUsersDto {
  @Uuids()
  userIds: string[];
}

export class UpdateMeDto {
  @Optional()
  @Line(LIMITS.nameMax)
  name?: string;

  @Nullable()
  @Phone()
  phone?: string | null;

  /** IANA name. */
  @Optional()
  @Line(60)
  timeZone?: string;

  @Optional()
  @OneOf(LANGUAGES)
  language?: Language;

  @Optional()
  @OneOf(THEMES)
  theme?: ThemeChoice;

  @Optional()
  @Flag()
  mailNotifications?: boolean;
}
