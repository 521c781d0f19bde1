import type { Priority } from '../tickets/ticket-priority.js';
import type { HandlingTimes } from './learned-times.js';
import type { AssignmentModel } from './model.js';

/** Where a ticket stands among others that wait. Times are epoch milliseconds. */
export interface QueuePlace {
  ticketId: string;
  priority: Priority;
  /** When it is promised; null when nothing is. */
  dueAt: number | null;
  /** Since when it waits for somebody: its creation, or its last return to the pool. */
  waitingSince: number;
}

/** A ticket that needs somebody. */
export interface Need extends QueuePlace {
  teamId: string;
  categoryId: string | null;
  /** Who was given it and handed it back. Absent in older records. */
  handedBackBy?: readonly string[];
  /** All of them are needed, each at this level (1–5) at least. */
  skills: readonly NeededSkill[];
}

export interface NeededSkill {
  skillId: string;
  level: number;
}

/** A ticket somebody holds and has to work on; one that waits for its requester is not among them. */
export interface ActiveTicket extends QueuePlace {
  /** Expected minutes of work that are left (`expectedRemaining`). */
  remainingMinutes: number;
  /** Work on it has begun: it is `in_progress`, or its holder has replied. It is never taken away again. */
  started: boolean;
}

export const AVAILABILITIES = ['online', 'away', 'offline'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** A person who might be given work, as of `AssignmentContext.now`. */
export interface Candidate {
  id: string;
  teamIds: readonly string[];
  /** Level 1–5 by skill. */
  skills: Readonly<Record<string, number>>;
  /** How many active tickets they hold at most. */
  capacity: number;
  availability: Availability;
  /** Within their working hours. */
  onShift: boolean;
  absent: boolean;
  active: readonly ActiveTicket[];
  lastAssignedAt: number | null;
  /** Expected minutes of the work they were given in the last 24 hours, by anybody. */
  minutesLately: number;
}

/** What all candidates of a decision have in common. Plain JSON, like everything a decision is made from. */
export interface AssignmentContext {
  now: number;
  times: HandlingTimes;
  model: AssignmentModel;
}
