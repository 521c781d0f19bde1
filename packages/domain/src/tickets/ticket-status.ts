import { allow, type Decision, refuse } from '../shared/decision.js';

export const STATUSES = ['new', 'open', 'in_progress', 'waiting', 'resolved', 'closed', 'withdrawn'] as const;
export type TicketStatus = (typeof STATUSES)[number];

/** Statuses in which work is still owed. */
export const ACTIVE_STATUSES = ['new', 'open', 'in_progress', 'waiting'] as const satisfies readonly TicketStatus[];

/** Nothing leads out of these. */
export const isFinal = (status: TicketStatus): boolean => status === 'closed' || status === 'withdrawn';

/** Whoever stands in this relation to the ticket may make the move. `system` is the product's own timer. */
export type Mover = 'requester' | 'coordinator' | 'system';

/**
 * The state machine: from → to → who. SPEC §2.1. A requester's move into `in_progress` or `open`
 * out of `waiting` happens by replying.
 */
export const TRANSITIONS: Record<TicketStatus, Partial<Record<TicketStatus, readonly Mover[]>>> = {
  new: {
    open: ['coordinator'],
    in_progress: ['coordinator'],
    withdrawn: ['requester'],
    resolved: ['coordinator'],
  },
  open: {
    in_progress: ['coordinator'],
    waiting: ['coordinator'],
    resolved: ['coordinator'],
    withdrawn: ['requester'],
  },
  in_progress: {
    waiting: ['coordinator'],
    open: ['coordinator'],
    resolved: ['coordinator'],
    withdrawn: ['requester'],
  },
  waiting: {
    in_progress: ['coordinator', 'requester'],
    open: ['requester'],
    resolved: ['coordinator'],
    withdrawn: ['requester'],
  },
  resolved: {
    closed: ['requester', 'coordinator', 'system'],
    open: ['requester', 'coordinator'],
  },
  closed: {},
  withdrawn: {},
};

export interface TransitionRequest {
  from: TicketStatus;
  to: TicketStatus;
  /** Every relation the mover has to the ticket. */
  movers: readonly Mover[];
  resolvedAt: Date | null;
  now: Date;
  reopenWindowDays: number;
}

const DAY_MS = 86_400_000;

/** The moment after which a resolved ticket can no longer be reopened and closes by itself. */
export const reopenDeadline = (resolvedAt: Date, reopenWindowDays: number): Date =>
  new Date(resolvedAt.getTime() + reopenWindowDays * DAY_MS);

/**
 * May this move be made? Refusals: `ticket.transition_not_allowed {from,to}` when the table has no such
 * move, `ticket.transition_forbidden {from,to}` when it belongs to others, `ticket.reopen_window_over {until}`.
 */
export function decideTransition(request: TransitionRequest): Decision {
  const { from, to } = request;
  const by = TRANSITIONS[from][to];
  if (!by) return refuse('ticket.transition_not_allowed', { from, to });
  if (!request.movers.some((mover) => by.includes(mover))) return refuse('ticket.transition_forbidden', { from, to });
  if (from === 'resolved' && to === 'open' && request.resolvedAt) {
    const until = reopenDeadline(request.resolvedAt, request.reopenWindowDays);
    if (request.now > until) return refuse('ticket.reopen_window_over', { until: until.toISOString() });
  }
  return allow;
}

/** Every status the mover could choose now, in the table's order. */
export const legalMoves = (request: Omit<TransitionRequest, 'to'>): TicketStatus[] =>
  (Object.keys(TRANSITIONS[request.from]) as TicketStatus[]).filter(
    (to) => decideTransition({ ...request, to }).allowed,
  );

/** Where a requester's reply takes a ticket: null when it stays. A ticket nobody holds goes back to the pool. */
export function statusAfterRequesterReply(status: TicketStatus, hasAssignee: boolean): TicketStatus | null {
  if (status === 'waiting') return hasAssignee ? 'in_progress' : 'open';
  return status === 'resolved' ? 'open' : null;
}
