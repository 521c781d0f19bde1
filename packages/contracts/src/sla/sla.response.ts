import type { Outcome } from '@baton/domain/sla/back-test';
import type { IntervalKind } from '@baton/domain/sla/clock';
import { MAX_TARGET_MINUTES, SLA_METRICS, type SlaMetric } from '@baton/domain/sla/policy';
import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import { IsInt } from 'class-validator';
import { Flag, Instant, Line, Nested, NestedList, Nullable, OneOf, Uuid, Whole, Wholes } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { NamedResponse, TicketLinkResponse } from '../tickets/tickets.response.js';
import { EscalationDto, PolicyConditionsDto, PolicyTargetsDto } from './sla.dto.js';

export class PolicyResponse {
  @Uuid()
  id: string;

  @Line(LIMITS.nameMax)
  name: string;

  @Flag()
  enabled: boolean;

  /** From 0; the first that matches a ticket makes its promises. */
  @Whole(0, LIMITS.policiesMax)
  position: number;

  @Nested(() => PolicyConditionsDto)
  conditions: PolicyConditionsDto;

  @Uuid()
  calendarId: string;

  @Nested(() => NamedResponse)
  calendar: NamedResponse;

  @Nested(() => PolicyTargetsDto)
  targets: PolicyTargetsDto;

  @Wholes(1, 99, LIMITS.warningsMax)
  warnings: number[];

  @Nested(() => EscalationDto)
  escalation: EscalationDto;
}

/** In their order. */
export class PolicyListResponse {
  @NestedList(() => PolicyResponse, LIMITS.policiesMax)
  items: PolicyResponse[];
}

const INTERVAL_KINDS = ['counted', 'closed', 'holiday', 'paused'] as const satisfies readonly IntervalKind[];

/** A stretch of time and whether it counts towards a promise. */
export class IntervalResponse {
  @Instant()
  from: string;

  @Instant()
  to: string;

  @OneOf(INTERVAL_KINDS)
  kind: IntervalKind;
}

export class PreviewResponse {
  @Instant()
  dueAt: string;

  /** Without gaps from `startedAt` to `dueAt`. */
  @NestedList(() => IntervalResponse, LIMITS.intervalsMax)
  intervals: IntervalResponse[];
}

export const CLOCK_STATES = ['running', 'paused', 'met', 'breached', 'cancelled'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export class ClockWarningResponse {
  @Whole(1, 99)
  percent: number;

  /** Null while the clock is paused before it. */
  @Nullable()
  @Instant()
  at: string | null;

  @Flag()
  fired: boolean;
}

/** The calendar as it was when the clock was last planned. */
export class ClockCalendarResponse {
  @Line(LIMITS.nameMax)
  name: string;

  @Line(60)
  timeZone: string;

  @Whole(1, 2_147_483_647)
  version: number;
}

/** One cycle of one promise. */
export class ClockResponse {
  @OneOf(SLA_METRICS)
  metric: SlaMetric;

  /** From 1; a reopened ticket, and every unanswered message, begins another. */
  @Whole(1, 2_147_483_647)
  cycle: number;

  /** `breached`: broken, whether the clock still runs (`metAt` null) or was met too late. */
  @OneOf(CLOCK_STATES)
  state: ClockState;

  @Instant()
  startedAt: string;

  /** Null while it is paused before its end. */
  @Nullable()
  @Instant()
  dueAt: string | null;

  @Nullable()
  @Instant()
  metAt: string | null;

  /** When the promise was first broken; stays when the target changes later. */
  @Nullable()
  @Instant()
  breachedAt: string | null;

  @Whole(1, MAX_TARGET_MINUTES)
  targetMinutes: number;

  /** Working time so far, milliseconds. */
  @Whole(0, Number.MAX_SAFE_INTEGER)
  countedMs: number;

  /** What is left of the target, milliseconds; negative when overdue. */
  @IsInt()
  remainingMs: number;

  @Line(LIMITS.nameMax)
  policyName: string;

  @Nested(() => ClockCalendarResponse)
  calendar: ClockCalendarResponse;

  @NestedList(() => ClockWarningResponse, LIMITS.warningsMax)
  warnings: ClockWarningResponse[];

  /** From the start to now or the clock's end, and on to `dueAt` if that is later. */
  @NestedList(() => IntervalResponse, LIMITS.intervalsMax)
  intervals: IntervalResponse[];

  /** Computed anew from the ticket's history: does it give the stored deadline? */
  @Flag()
  recomputed: boolean;
}

/** The latest cycle of each promise first, earlier cycles after. */
export class TicketClocksResponse {
  @NestedList(() => ClockResponse)
  clocks: ClockResponse[];
}

export class OutcomeCountsResponse {
  /** The met, the broken, and those that still run. */
  @Whole(0, Number.MAX_SAFE_INTEGER)
  total: number;

  @Whole(0, Number.MAX_SAFE_INTEGER)
  met: number;

  @Whole(0, Number.MAX_SAFE_INTEGER)
  breached: number;
}

export class PriorityComparisonResponse {
  @OneOf(PRIORITIES)
  priority: Priority;

  @Nested(() => OutcomeCountsResponse)
  before: OutcomeCountsResponse;

  @Nested(() => OutcomeCountsResponse)
  after: OutcomeCountsResponse;
}

export class MetricComparisonResponse {
  @OneOf(SLA_METRICS)
  metric: SlaMetric;

  @Nested(() => OutcomeCountsResponse)
  before: OutcomeCountsResponse;

  @Nested(() => OutcomeCountsResponse)
  after: OutcomeCountsResponse;

  /** The most urgent first. */
  @NestedList(() => PriorityComparisonResponse, PRIORITIES.length)
  byPriority: PriorityComparisonResponse[];
}

const OUTCOMES = ['met', 'breached', 'cancelled', 'running'] as const satisfies readonly Outcome[];

/** A ticket for which it would have come out otherwise. */
export class BackTestExampleResponse {
  @Nested(() => TicketLinkResponse)
  ticket: TicketLinkResponse;

  @OneOf(SLA_METRICS)
  metric: SlaMetric;

  /** Null: nothing was promised. */
  @Nullable()
  @OneOf(OUTCOMES)
  before: Outcome | null;

  @Nullable()
  @OneOf(OUTCOMES)
  after: Outcome | null;
}

export class BackTestResponse {
  @Instant()
  from: string;

  /** How many tickets were looked at. */
  @Whole(0, Number.MAX_SAFE_INTEGER)
  tickets: number;

  /** With a promise that would have come out otherwise. */
  @Whole(0, Number.MAX_SAFE_INTEGER)
  changedTickets: number;

  @NestedList(() => MetricComparisonResponse, SLA_METRICS.length)
  metrics: MetricComparisonResponse[];

  @NestedList(() => BackTestExampleResponse, LIMITS.examplesMax)
  examples: BackTestExampleResponse[];
}
