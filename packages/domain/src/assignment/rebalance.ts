import { priorityRank } from '../tickets/ticket-priority.js';
import { type CostTerms, comparisonOf, costOf, totalOf, weightOf } from './cost.js';
import { rejections } from './eligibility.js';
import type { AssignmentContext, Candidate, Need } from './facts.js';
import { byId } from './queue-order.js';

/** An unstarted ticket that somebody else gets to sooner. */
export interface TakeOver {
  ticketId: string;
  from: string;
  to: string;
  /** Expected minutes by which it is done sooner, and what they consist of. */
  gain: number;
  before: CostTerms;
  after: CostTerms;
}

/**
 * Which unstarted ticket of the others somebody who has just freed up should take: the one for which that gains most,
 * of those that are more important than all they could begin with otherwise.
 * @param needs the tickets that may be taken over; what `people` have begun never is
 * @returns null when nothing gains enough to be worth the change
 */
export function rebalance(
  freed: Candidate,
  people: readonly Candidate[],
  needs: readonly Need[],
  context: AssignmentContext,
): TakeOver | null {
  const needOf = new Map(needs.map((need) => [need.ticketId, need]));
  const possible = people
    .filter(({ id }) => id !== freed.id)
    .flatMap((holder) =>
      holder.active.flatMap((ticket) => {
        const need = ticket.started ? undefined : needOf.get(ticket.ticketId);
        const isPossible = need && rejections(freed, need).length === 0 && outranks(need, freed);
        return isPossible ? [{ need, takeOver: takeOverOf(need, holder, freed, context) }] : [];
      }),
    );
  const worthwhile = possible.filter(({ takeOver }) => isWorthIt(takeOver, context));
  const value = ({ need, takeOver }: (typeof possible)[number]) => takeOver.gain * weightOf(need, context);
  worthwhile.sort((a, b) => value(b) - value(a) || byId(a.takeOver.ticketId, b.takeOver.ticketId));
  return worthwhile[0]?.takeOver ?? null;
}

function takeOverOf(need: Need, holder: Candidate, freed: Candidate, context: AssignmentContext): TakeOver {
  const { ticketId } = need;
  const without = { ...holder, active: holder.active.filter((ticket) => ticket.ticketId !== ticketId) };
  const both = comparisonOf([without, freed]);
  const before = costOf(without, need, context, both);
  const after = costOf(freed, need, context, both);
  return { ticketId, from: holder.id, to: freed.id, gain: timeOf(before) - timeOf(after), before, after };
}

const outranks = ({ priority }: Need, { active }: Candidate): boolean =>
  active.every((ticket) => ticket.started || priorityRank(ticket.priority) < priorityRank(priority));

/** Sooner by enough, and the better choice altogether: what is fair alone takes no work away, and may keep it. */
const isWorthIt = ({ gain, before, after }: TakeOver, { model }: AssignmentContext): boolean =>
  gain >= model.takeOverMinutes && totalOf(before) > totalOf(after);

const timeOf = (terms: CostTerms): number => totalOf({ ...terms, fairness: 0 });
