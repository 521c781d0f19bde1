import { type CostTerms, comparisonOf, costOf, totalOf } from './cost.js';
import type {
  AssignmentDecision,
  AssignmentMode,
  RankedCandidate,
  RejectedCandidate,
  WaitingReason,
} from './decision.js';
import { type RejectionCode, rejections } from './eligibility.js';
import type { AssignmentContext, Candidate, Need } from './facts.js';
import { byId } from './queue-order.js';

interface Option {
  candidate: Candidate;
  terms: CostTerms;
}
type Compare<T> = (a: T, b: T) => number;

/** Whose last assignment is longer ago, and in the end by id: equal candidates are taken in turns. */
export const compareTurns: Compare<Candidate> = (a, b) =>
  (a.lastAssignedAt ?? -1) - (b.lastAssignedAt ?? -1) || byId(a.id, b.id);

const load = ({ active, capacity }: Candidate): number => active.length / capacity;
const byCost: Compare<Option> = (a, b) => totalOf(a.terms) - totalOf(b.terms);

/** Whom each mode prefers; equals are taken in turns. By hand, the order is a suggestion. */
const PREFERENCE: Record<AssignmentMode, Compare<Option>> = {
  manual: byCost,
  round_robin: () => 0,
  least_loaded: (a, b) => load(a.candidate) - load(b.candidate),
  best_match: byCost,
};

/** Who gets this ticket. Neither the order of the candidates nor anything outside the arguments matters. */
export function decide(
  mode: AssignmentMode,
  need: Need,
  candidates: readonly Candidate[],
  context: AssignmentContext,
): AssignmentDecision {
  const rejected = rejectedOf(candidates, need);
  const options = rankedOptions(mode, need, candidates, rejected, context);
  const chosen = mode === 'manual' ? null : (options[0]?.id ?? null);
  const waiting = chosen === null ? waitingReason(mode, rejected, options.length) : null;
  return { ticketId: need.ticketId, mode, chosen, waiting, together: 1, candidates: options, rejected };
}

function rejectedOf(candidates: readonly Candidate[], need: Need): RejectedCandidate[] {
  return candidates
    .map((candidate) => ({ id: candidate.id, reasons: rejections(candidate, need) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => byId(a.id, b.id));
}

function rankedOptions(
  mode: AssignmentMode,
  need: Need,
  candidates: readonly Candidate[],
  rejected: readonly RejectedCandidate[],
  context: AssignmentContext,
): RankedCandidate[] {
  const out = new Set(rejected.map(({ id }) => id));
  const eligible = candidates.filter(({ id }) => !out.has(id));
  const others = comparisonOf(eligible);
  return eligible
    .map((candidate) => ({ candidate, terms: costOf(candidate, need, context, others) }))
    .sort((a, b) => PREFERENCE[mode](a, b) || compareTurns(a.candidate, b.candidate))
    .map(({ candidate, terms }) => ({ id: candidate.id, cost: totalOf(terms), terms }));
}

/** What keeps people from a ticket, from what changes most rarely to what changes by the minute. */
const OBSTACLES: readonly (readonly [WaitingReason, readonly RejectionCode[]])[] = [
  ['nobody_in_team', ['not_in_team']],
  ['nobody_skilled', ['missing_skill']],
  ['handed_back', ['handed_back']],
  ['nobody_available', ['absent', 'off_shift', 'not_available']],
  ['everybody_full', ['at_capacity']],
];

/** The first obstacle that nobody of those who passed the ones before it passes. */
function waitingReason(mode: AssignmentMode, rejected: readonly RejectedCandidate[], eligible: number): WaitingReason {
  if (mode === 'manual') return 'manual_mode';
  let left = rejected;
  for (const [reason, codes] of OBSTACLES) {
    left = left.filter(({ reasons }) => !reasons.some(({ code }) => codes.includes(code)));
    if (left.length + eligible === 0) return reason;
  }
  return 'everybody_full';
}
