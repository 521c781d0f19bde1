import { PRIORITIES, priorityRank } from '../tickets/ticket-priority.js';
import type { AssignmentContext, QueuePlace } from './facts.js';

const MINUTE = 60_000;
const HIGHEST = PRIORITIES.length - 1;

type Moment = Pick<AssignmentContext, 'now' | 'model'>;

/**
 * The order in which tickets are served: by priority, then by deadline, then by how long they have waited. Waiting
 * raises the priority, and a ticket without a promise is due some day too: new work passes an old ticket only so often.
 */
export function compareInQueue({ now, model }: Moment): (a: QueuePlace, b: QueuePlace) => number {
  const rank = ({ priority, waitingSince }: QueuePlace) => {
    const raised = Math.floor(Math.max(0, now - waitingSince) / (model.agingMinutes * MINUTE));
    return Math.min(HIGHEST, priorityRank(priority) + raised);
  };
  const due = ({ dueAt, waitingSince }: QueuePlace) => dueAt ?? waitingSince + model.unpromisedMinutes * MINUTE;
  return (a, b) =>
    rank(b) - rank(a) || due(a) - due(b) || a.waitingSince - b.waitingSince || byId(a.ticketId, b.ticketId);
}

/** The tickets in the order in which they are served. */
export const inQueueOrder = <Place extends QueuePlace>(places: readonly Place[], moment: Moment): Place[] =>
  places.toSorted(compareInQueue(moment));

/** The last resort of every comparison, the same in every language. */
export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
