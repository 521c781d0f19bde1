import {
  ASSIGNMENT_MODES,
  type AssignmentMode,
  WAITING_REASONS,
  type WaitingReason,
} from '@baton/domain/assignment/decision';
import type { RejectionCode } from '@baton/domain/assignment/eligibility';
import { AVAILABILITIES, type Availability } from '@baton/domain/assignment/facts';
import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import { IsNumber } from 'class-validator';
import { Flag, Instant, Line, Nested, NestedList, Nullable, OneOf, Optional, Uuid, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { SkillLevelDto } from '../skills/skills.dto.js';
import { NamedResponse, TicketLinkResponse } from '../tickets/tickets.response.js';
import { PersonResponse } from '../users/person.response.js';

export const REJECTION_CODES = [
  'not_in_team',
  'handed_back',
  'absent',
  'off_shift',
  'not_available',
  'missing_skill',
  'at_capacity',
] as const satisfies readonly RejectionCode[];

/** What made the product look for somebody: the ticket, somebody who could take it, what an admin changed, or time. */
export const TRIGGERS = ['ticket', 'person', 'settings', 'time'] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** What became of a decision: it holds, the ticket went on to somebody else, back to the pool, or it still waits. */
export const DECISION_OUTCOMES = ['holds', 'handed_over', 'returned', 'waits', 'over'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** Expected minutes; they add up to the cost. */
export class CostTermsResponse {
  @IsNumber()
  workAhead: number;

  @IsNumber()
  handling: number;

  @IsNumber()
  handover: number;

  @IsNumber()
  fairness: number;
}

/** Somebody who could take the ticket, as things stood then. */
export class CandidateResponse {
  @Nested(() => PersonResponse)
  person: PersonResponse;

  /** Expected minutes; the least wins. */
  @IsNumber()
  cost: number;

  @Nested(() => CostTermsResponse)
  terms: CostTermsResponse;

  @Whole(0, 2_147_483_647)
  active: number;

  @Whole(0, LIMITS.capacityMax)
  capacity: number;

  /** Of the skills the ticket needs. */
  @NestedList(() => SkillLevelDto, LIMITS.skillsMax)
  skills: SkillLevelDto[];

  @Nullable()
  @Instant()
  lastAssignedAt: string | null;
}

/** Why somebody could not take it; what belongs to another code is null. */
export class RejectionResponse {
  @OneOf(REJECTION_CODES)
  code: RejectionCode;

  /** With `not_available`. */
  @Nullable()
  @OneOf(AVAILABILITIES)
  availability: Availability | null;

  @Nullable()
  @Instant()
  since: string | null;

  /** With `missing_skill`; its name is among the decision's skills. */
  @Nullable()
  @Uuid()
  skillId: string | null;

  @Nullable()
  @Whole(1, 5)
  needed: number | null;

  /** 0: not at all. */
  @Nullable()
  @Whole(0, 5)
  has: number | null;

  /** With `at_capacity`. */
  @Nullable()
  @Whole(0, 2_147_483_647)
  active: number | null;

  @Nullable()
  @Whole(0, LIMITS.capacityMax)
  capacity: number | null;
}

export class RejectedResponse {
  @Nested(() => PersonResponse)
  person: PersonResponse;

  /** All of them. */
  @NestedList(() => RejectionResponse, LIMITS.skillsMax)
  reasons: RejectionResponse[];
}

/** A skill the ticket needs, at this level at least. */
export class NeededSkillResponse extends SkillLevelDto {
  /** Empty when the skill was deleted since. */
  @Line(LIMITS.nameMax, 0)
  name: string;
}

/** Who gets a ticket, and why. */
export class DecisionResponse {
  @OneOf(ASSIGNMENT_MODES)
  mode: AssignmentMode;

  @Nested(() => NamedResponse)
  team: NamedResponse;

  @NestedList(() => NeededSkillResponse, LIMITS.skillsMax)
  skills: NeededSkillResponse[];

  @Nullable()
  @Nested(() => PersonResponse)
  chosen: PersonResponse | null;

  /** Set exactly when nobody is chosen. */
  @Nullable()
  @OneOf(WAITING_REASONS)
  waiting: WaitingReason | null;

  /** Who could take it, in the order in which they are asked. */
  @NestedList(() => CandidateResponse)
  candidates: CandidateResponse[];

  @NestedList(() => RejectedResponse)
  rejected: RejectedResponse[];
}

/** A decision that was made, with everything it was made from. */
export class RecordedDecisionResponse extends DecisionResponse {
  @Uuid()
  id: string;

  @Instant()
  at: string;

  @OneOf(TRIGGERS)
  trigger: Trigger;

  /** Computed anew from the stored inputs: is it the same? */
  @Flag()
  recomputed: boolean;

  @OneOf(DECISION_OUTCOMES)
  outcome: DecisionOutcome;
}

/** Why a ticket is in the pool although its team hands out work by itself. */
export class WaitingResponse {
  @OneOf(WAITING_REASONS)
  reason: WaitingReason;

  /** Since when it waits for this reason. */
  @Instant()
  since: string;
}

/** Somebody who was looked at for a ticket. */
export class ConsideredResponse {
  @Uuid()
  userId: string;

  @Flag()
  eligible: boolean;

  /** Only for who was not eligible: the first of the reasons. */
  @Optional()
  @OneOf(REJECTION_CODES)
  rejectedBecause?: RejectionCode;

  /** Only for who was eligible. */
  @Optional()
  @IsNumber()
  cost?: number;

  @Optional()
  @Nested(() => CostTermsResponse)
  terms?: CostTermsResponse;
}

/** A decision in brief. */
export class DecisionSummaryResponse {
  @OneOf(ASSIGNMENT_MODES)
  mode: AssignmentMode;

  @Instant()
  decidedAt: string;

  /** Who could take it in the order in which they are asked, then who could not. */
  @NestedList(() => ConsideredResponse)
  candidates: ConsideredResponse[];
}

export const ASSIGNMENT_STATES = ['assigned', 'waiting'] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

export class TicketAssignmentResponse {
  @OneOf(ASSIGNMENT_STATES)
  state: AssignmentState;

  @Nullable()
  @Uuid()
  assigneeId: string | null;

  /** Why it waits; null when it does not, or nobody was looked for yet. */
  @Nullable()
  @OneOf(WAITING_REASONS)
  reason: WaitingReason | null;

  /** The one that holds; null when somebody decided by hand since. */
  @Nullable()
  @Nested(() => DecisionSummaryResponse)
  decision: DecisionSummaryResponse | null;

  /** The newest first. */
  @NestedList(() => RecordedDecisionResponse, LIMITS.decisionsMax)
  decisions: RecordedDecisionResponse[];

  @Nullable()
  @Nested(() => WaitingResponse)
  waiting: WaitingResponse | null;
}

export class WaitingTicketResponse extends TicketLinkResponse {
  @OneOf(PRIORITIES)
  priority: Priority;

  @OneOf(WAITING_REASONS)
  reason: WaitingReason;

  @Instant()
  since: string;
}

export class WaitingReasonCountResponse {
  @OneOf(WAITING_REASONS)
  reason: WaitingReason;

  @Whole(0, Number.MAX_SAFE_INTEGER)
  tickets: number;
}

export class TeamWaitingResponse {
  @Nested(() => NamedResponse)
  team: NamedResponse;

  @OneOf(ASSIGNMENT_MODES)
  mode: AssignmentMode;

  /** Tickets in the team's pool for which nobody was found. */
  @Whole(0, Number.MAX_SAFE_INTEGER)
  waiting: number;

  /** The most frequent first. */
  @NestedList(() => WaitingReasonCountResponse, WAITING_REASONS.length)
  reasons: WaitingReasonCountResponse[];

  /** Who has waited longest, the longest first. */
  @NestedList(() => WaitingTicketResponse, LIMITS.waitingMax)
  tickets: WaitingTicketResponse[];
}

/** Every team by name, also those for which nothing waits. */
export class WaitingListResponse {
  @NestedList(() => TeamWaitingResponse)
  items: TeamWaitingResponse[];
}
