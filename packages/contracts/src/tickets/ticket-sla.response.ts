import { MAX_TARGET_MINUTES, SLA_METRICS, type SlaMetric } from '@baton/domain/sla/policy';
import { Flag, Instant, Nullable, OneOf, Whole } from '../http/fields.js';

export const TICKET_SLA_STATES = ['running', 'paused', 'overdue'] as const;
export type TicketSlaState = (typeof TICKET_SLA_STATES)[number];

/** The promise of a ticket that comes next: the overdue one, else the one due first, else a paused one. */
export class TicketSlaResponse {
  @OneOf(SLA_METRICS)
  metric: SlaMetric;

  /** Null while it is paused. */
  @Nullable()
  @Instant()
  dueAt: string | null;

  @OneOf(TICKET_SLA_STATES)
  state: TicketSlaState;

  /** A warning has been passed. */
  @Flag()
  warned: boolean;

  @Instant()
  startedAt: string;

  @Whole(1, MAX_TARGET_MINUTES)
  targetMinutes: number;
}
