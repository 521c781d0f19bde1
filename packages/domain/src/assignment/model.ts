import type { Priority } from '../tickets/ticket-priority.js';

/**
 * The numbers behind a decision. They are stored with it, so that a later release with others still re-derives it.
 * The tables by level begin with level 1.
 */
export interface AssignmentModel {
  /** How long a person of that level takes, as a share of what level 3 takes: the prior of what is learned. */
  levelPace: readonly number[];
  /** How many observed tickets weigh as much as the prior. */
  priorCount: number;
  /** How likely a person of that level has to hand the ticket over. */
  handoverRisk: readonly number[];
  /** What a hand-over costs, as a share of the handling time: what was done is done again. */
  rework: number;
  /** How many times as much a minute weighs. */
  priorityWeight: Readonly<Record<Priority, number>>;
  /** How many times as much a minute weighs at most because a deadline is near. */
  deadlineWeight: number;
  /** Minutes of handicap for each minute of work somebody was given lately more than who had least, while all are free. */
  fairness: number;
  /** Minutes of waiting that raise a ticket by one priority in the order of the queue, so that nothing waits forever. */
  agingMinutes: number;
  /** Minutes after which a ticket without a promise counts as due. */
  unpromisedMinutes: number;
  /** Minutes that taking over an unstarted ticket has to gain, because people look at what they are given. */
  takeOverMinutes: number;
}

export const DEFAULT_MODEL: AssignmentModel = {
  levelPace: [1.45, 1.2, 1, 0.85, 0.75],
  priorCount: 8,
  handoverRisk: [0.2, 0.12, 0.07, 0.04, 0.02],
  rework: 1,
  priorityWeight: { low: 1, medium: 2, high: 4, urgent: 8 },
  deadlineWeight: 3,
  fairness: 0.5,
  agingMinutes: 24 * 60,
  unpromisedMinutes: 7 * 24 * 60,
  takeOverMinutes: 5,
};

/** The level of somebody whose skills are not asked for. */
export const NEUTRAL_LEVEL = 3;
export const LEVELS = { min: 1, max: 5 } as const;

/** The entry of a table by level. */
export const byLevel = (table: readonly number[], level: number): number =>
  table[Math.min(LEVELS.max, Math.max(LEVELS.min, level)) - LEVELS.min] as number;
