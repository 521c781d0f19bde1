import type { CostTerms } from './cost.js';
import type { Rejection } from './eligibility.js';

/** How a team hands out work. */
export const ASSIGNMENT_MODES = ['manual', 'round_robin', 'least_loaded', 'best_match'] as const;
export type AssignmentMode = (typeof ASSIGNMENT_MODES)[number];

/** Why a ticket stays in the pool, as far as it got: the first of these that nobody passes. */
export const WAITING_REASONS = [
  'manual_mode',
  'nobody_in_team',
  'nobody_skilled',
  'handed_back',
  'nobody_available',
  'everybody_full',
] as const;
export type WaitingReason = (typeof WAITING_REASONS)[number];

/** Who gets a ticket, and why. */
export interface AssignmentDecision {
  ticketId: string;
  mode: AssignmentMode;
  chosen: string | null;
  /** Set exactly when nobody is chosen. */
  waiting: WaitingReason | null;
  /** How many tickets were decided as one: the best for all of them may not be the cheapest for each. */
  together: number;
  /** Who could take it, the chosen one first, then whom to ask next if somebody else was faster. Costs in minutes. */
  candidates: RankedCandidate[];
  /** Who could not. */
  rejected: RejectedCandidate[];
}

export interface RankedCandidate {
  id: string;
  cost: number;
  terms: CostTerms;
}

export interface RejectedCandidate {
  id: string;
  reasons: Rejection[];
}
