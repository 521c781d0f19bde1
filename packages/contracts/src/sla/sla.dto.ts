import { ESCALATION_AUDIENCES, type EscalationAudience, MAX_TARGET_MINUTES } from '@baton/domain/sla/policy';
import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import {
  AnyOf,
  Flag,
  Instant,
  Line,
  Nested,
  NestedList,
  Nullable,
  Optional,
  Uuid,
  Uuids,
  Whole,
  Wholes,
} from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { CalendarDto, PauseDto } from './calendar.dto.js';

/** Which tickets a policy is for: all given ones hold together, absent and empty ones ask for nothing. */
export class PolicyConditionsDto {
  @Optional()
  @AnyOf(PRIORITIES)
  priorities?: Priority[];

  /** These and everything below them. */
  @Optional()
  @Uuids()
  categoryIds?: string[];

  @Optional()
  @Uuids()
  teamIds?: string[];

  @Optional()
  @Uuids()
  requesterIds?: string[];
}

/** Minutes of working time; null promises nothing. */
export class PriorityTargetsDto {
  @Nullable()
  @Whole(1, MAX_TARGET_MINUTES)
  firstResponse: number | null;

  @Nullable()
  @Whole(1, MAX_TARGET_MINUTES)
  nextResponse: number | null;

  @Nullable()
  @Whole(1, MAX_TARGET_MINUTES)
  resolution: number | null;
}

export class PolicyTargetsDto {
  @Nested(() => PriorityTargetsDto)
  low: PriorityTargetsDto;

  @Nested(() => PriorityTargetsDto)
  medium: PriorityTargetsDto;

  @Nested(() => PriorityTargetsDto)
  high: PriorityTargetsDto;

  @Nested(() => PriorityTargetsDto)
  urgent: PriorityTargetsDto;
}

/** What happens when a promise is broken; `notify` hears of warnings as well. */
export class EscalationDto {
  @AnyOf(ESCALATION_AUDIENCES)
  notify: EscalationAudience[];

  /** By one step. */
  @Flag()
  raisePriority: boolean;

  /** Back to the pool, from where it is given out anew. */
  @Flag()
  reassign: boolean;
}

export class CreatePolicyDto {
  @Line(LIMITS.nameMax)
  name: string;

  @Optional()
  @Flag()
  enabled?: boolean;

  @Optional()
  @Nested(() => PolicyConditionsDto)
  conditions?: PolicyConditionsDto;

  @Uuid()
  calendarId: string;

  @Nested(() => PolicyTargetsDto)
  targets: PolicyTargetsDto;

  /** Percent of the target at which to warn, ascending; 75 and 90 when absent. */
  @Optional()
  @Wholes(1, 99, LIMITS.warningsMax)
  warnings?: number[];

  @Optional()
  @Nested(() => EscalationDto)
  escalation?: EscalationDto;
}

export class UpdatePolicyDto {
  @Optional()
  @Line(LIMITS.nameMax)
  name?: string;

  @Optional()
  @Flag()
  enabled?: boolean;

  /** Replaces all of them. */
  @Optional()
  @Nested(() => PolicyConditionsDto)
  conditions?: PolicyConditionsDto;

  @Optional()
  @Uuid()
  calendarId?: string;

  /** Replaces all of them. */
  @Optional()
  @Nested(() => PolicyTargetsDto)
  targets?: PolicyTargetsDto;

  @Optional()
  @Wholes(1, 99, LIMITS.warningsMax)
  warnings?: number[];

  @Optional()
  @Nested(() => EscalationDto)
  escalation?: EscalationDto;
}

export class OrderPoliciesDto {
  /** Every policy there is, the first to be asked first. */
  @Uuids()
  ids: string[];
}

export class PreviewDto {
  @Nested(() => CalendarDto)
  calendar: CalendarDto;

  @Instant()
  startedAt: string;

  @Whole(1, MAX_TARGET_MINUTES)
  targetMinutes: number;

  @Optional()
  @NestedList(() => PauseDto, LIMITS.pausesMax)
  pauses?: PauseDto[];
}

export class BackTestDto {
  /** The whole list as it would be, in order: first match wins. */
  @NestedList(() => CreatePolicyDto, LIMITS.policiesMax)
  policies: CreatePolicyDto[];

  /** Tickets created in the last so many days; 90 when absent. */
  @Optional()
  @Whole(1, 366)
  days?: number;
}
