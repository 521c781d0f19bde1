import type { ActiveTicket, AssignmentContext, Candidate, Need } from '../../src/assignment/facts.js';
import { NOTHING_LEARNED } from '../../src/assignment/handling-times.js';
import { DEFAULT_MODEL } from '../../src/assignment/model.js';
import { MINUTE, NOW } from './random-work.js';

export const context: AssignmentContext = { now: NOW, times: NOTHING_LEARNED, model: DEFAULT_MODEL };

/** A ticket that came just now, promises nothing and needs nothing. */
export const need = (more: Partial<Need> = {}): Need => ({
  ticketId: 'ticket',
  teamId: 'it',
  categoryId: null,
  skills: [],
  priority: 'medium',
  dueAt: null,
  waitingSince: NOW,
  ...more,
});

/** Somebody of the team who is there and has nothing to do. */
export const person = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  teamIds: ['it'],
  skills: {},
  capacity: 6,
  availability: 'online',
  onShift: true,
  absent: false,
  active: [],
  lastAssignedAt: null,
  minutesLately: 0,
  ...more,
});

/** A ticket that came an hour ago and that nobody has begun. */
export const held = (ticketId: string, remainingMinutes: number, more: Partial<ActiveTicket> = {}): ActiveTicket => ({
  ticketId,
  priority: 'medium',
  dueAt: null,
  waitingSince: NOW - 60 * MINUTE,
  remainingMinutes,
  started: false,
  ...more,
});
