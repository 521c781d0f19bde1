import type { AssignmentContext, Candidate, Need } from './facts.js';
import { expectedHandling, levelFor } from './handling-times.js';
import { byLevel } from './model.js';
import { compareInQueue } from './queue-order.js';

/** What giving a ticket to somebody costs, all in expected minutes: the terms add up to the cost. */
export interface CostTerms {
  /** Until they get to it: what they have begun, and what they hold that is served before it. */
  workAhead: number;
  /** They work on it. */
  handling: number;
  /** The risk that they have to hand it over, times what is then done again. */
  handover: number;
  /** A handicap for whoever was given more than others lately; the more a ticket matters, the less that counts. */
  fairness: number;
}

export const totalOf = ({ workAhead, handling, handover, fairness }: CostTerms): number =>
  workAhead + handling + handover + fairness;

/** Of the people a ticket is decided between: what is fair depends on the others. */
export interface Comparison {
  /** `minutesLately` of whoever has the least. */
  leastLately: number;
  /** The part of them who hold nothing: only as far as people are free does being fair keep nobody waiting. */
  free: number;
}

export const comparisonOf = (eligible: readonly Candidate[]): Comparison => ({
  leastLately: Math.min(...eligible.map(({ minutesLately }) => minutesLately)),
  free: eligible.filter(({ active }) => active.length === 0).length / eligible.length,
});

/** The terms for one person and one ticket, beside the others who could take it. */
export function costOf(candidate: Candidate, need: Need, context: AssignmentContext, others: Comparison): CostTerms {
  const { times, model } = context;
  const handling = expectedHandling(candidate, need, times, model);
  const more = Math.max(0, candidate.minutesLately - others.leastLately);
  return {
    workAhead: workAhead(candidate, need, context),
    handling,
    handover: byLevel(model.handoverRisk, levelFor(candidate, need)) * model.rework * handling,
    fairness: (model.fairness * others.free * more) / weightOf(need, context),
  };
}

/** How many times as much a minute of this ticket weighs beside a minute of others: its priority, and its deadline. */
export function weightOf({ priority, dueAt }: Need, { now, model }: AssignmentContext): number {
  return model.priorityWeight[priority] * (dueAt === null ? 1 : deadlineWeight((dueAt - now) / 60_000, model));
}

/** One while there is a day left, and more the nearer the deadline; a missed one weighs as one that is about to be. */
const deadlineWeight = (minutesLeft: number, { deadlineWeight: most }: AssignmentContext['model']): number =>
  1 + (most - 1) / (1 + Math.max(0, minutesLeft) / 60);

function workAhead(candidate: Candidate, need: Need, context: AssignmentContext): number {
  const compare = compareInQueue(context);
  return candidate.active
    .filter((ticket) => ticket.started || compare(ticket, need) < 0)
    .reduce((sum, { remainingMinutes }) => sum + remainingMinutes, 0);
}
