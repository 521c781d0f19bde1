import { compareTurns, decide } from './choice.js';
import { type Comparison, comparisonOf, costOf, totalOf, weightOf } from './cost.js';
import type { AssignmentDecision, AssignmentMode } from './decision.js';
import { freeSlots, rejections } from './eligibility.js';
import type { AssignmentContext, Candidate, Need } from './facts.js';
import { expectedHandling } from './handling-times.js';
import { cheapestMatching } from './matching.js';
import { inQueueOrder } from './queue-order.js';

/**
 * Who gets which of the tickets that wait, in the order of the queue. When not all can be given out, those that come
 * first in the queue are; `best_match` then finds the cheapest way to give these out as a whole.
 */
export function decideBatch(
  mode: AssignmentMode,
  needs: readonly Need[],
  candidates: readonly Candidate[],
  context: AssignmentContext,
): AssignmentDecision[] {
  const queue = inQueueOrder(needs, context);
  const isPlanned = mode === 'best_match' && queue.length > 1;
  const planned = isPlanned ? plan(queue, candidates, context) : null;
  const people = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return queue.map((need, place) => {
    const alone = decide(mode, need, [...people.values()], context);
    const decision = planned ? asPlanned(alone, planned[place] ?? null) : alone;
    const chosen = decision.chosen === null ? undefined : people.get(decision.chosen);
    if (chosen) people.set(chosen.id, holding(chosen, need, context, place));
    return { ...decision, together: queue.length };
  });
}

/** The person as they are once they have been given the ticket, the `place`-th of those given out now. */
export function holding(candidate: Candidate, need: Need, context: AssignmentContext, place = 0): Candidate {
  const { ticketId, priority, dueAt, waitingSince } = need;
  const remainingMinutes = expectedHandling(candidate, need, context.times, context.model);
  return {
    ...candidate,
    active: [...candidate.active, { ticketId, priority, dueAt, waitingSince, remainingMinutes, started: false }],
    lastAssignedAt: context.now + place,
    minutesLately: candidate.minutesLately + remainingMinutes,
  };
}

/** The decision with the planned person in front. */
function asPlanned(alone: AssignmentDecision, person: string | null): AssignmentDecision {
  const first = alone.candidates.filter(({ id }) => id === person);
  const rest = alone.candidates.filter(({ id }) => id !== person);
  return {
    ...alone,
    chosen: person,
    waiting: person === null ? (alone.waiting ?? 'everybody_full') : null,
    candidates: [...first, ...rest],
  };
}

/** The person for each ticket of the queue: the cheapest matching of tickets with the free slots of people. */
function plan(queue: readonly Need[], candidates: readonly Candidate[], context: AssignmentContext): (string | null)[] {
  const comparisons = new Map(
    queue.map((need) => [need, comparisonOf(candidates.filter((each) => rejections(each, need).length === 0))]),
  );
  const slots = candidates
    .toSorted(compareTurns)
    .flatMap((candidate) => slotsOf(candidate, queue, context, comparisons));
  return cheapestMatching(queue.map((need) => slots.map((slot) => costIn(slot, need)))).map(
    (column) => slots[column ?? -1]?.id ?? null,
  );
}

interface Slot {
  id: string;
  /** Minutes of what fills the person's slots before this one. */
  wait: number;
  costs: ReadonlyMap<string, { weight: number; minutes: number }>;
}

/** Each free slot of a person, later ones costing the minutes that the tickets in the earlier ones take. */
function slotsOf(
  candidate: Candidate,
  queue: readonly Need[],
  context: AssignmentContext,
  comparisons: ReadonlyMap<Need, Comparison>,
): Slot[] {
  const suitable = queue.filter((need) => rejections(candidate, need).length === 0);
  const costs = new Map(
    suitable.map((need) => [
      need.ticketId,
      { weight: weightOf(need, context), minutes: totalOf(costOf(candidate, need, context, comparisons.get(need)!)) },
    ]),
  );
  const handling = suitable.map((need) => expectedHandling(candidate, need, context.times, context.model));
  const typical = handling.reduce((sum, minutes) => sum + minutes, 0) / Math.max(1, handling.length);
  return Array.from({ length: Math.min(freeSlots(candidate), suitable.length) }, (_slot, place) => ({
    id: candidate.id,
    wait: place * typical,
    costs,
  }));
}

function costIn({ wait, costs }: Slot, { ticketId }: Need): number {
  const cost = costs.get(ticketId);
  return cost ? cost.weight * (cost.minutes + wait) : Number.POSITIVE_INFINITY;
}
