import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';

/** A legal move and the route it takes. */
export interface Move {
  via: 'claim' | 'status' | 'close' | 'reopen' | 'withdraw';
  to: TicketStatus;
}

/** What usually comes next. The first one that is legal stands as a button of its own. */
const USUAL: Partial<Record<TicketStatus, TicketStatus[]>> = {
  new: ['in_progress'],
  open: ['in_progress', 'resolved'],
  in_progress: ['resolved'],
  waiting: ['resolved'],
  resolved: ['closed', 'open'],
};

type Facts = Pick<TicketResponse, 'status' | 'can'>;

/**
 * Every move the reader can make by a click. The rights come with the ticket; `works` tells whether the reader's role
 * has the route for moves other than the requester's own three.
 */
export function movesOf({ status, can }: Facts, works: boolean): Move[] {
  const own: Move[] = [];
  if (can.reopen) own.push({ via: 'reopen', to: 'open' });
  if (can.close) own.push({ via: 'close', to: 'closed' });
  if (can.withdraw) own.push({ via: 'withdraw', to: 'withdrawn' });
  const taken = new Set(own.map(({ to }) => to));
  const others = works ? can.moves.filter((to) => !taken.has(to) && to !== status) : [];
  const worked = others.map((to): Move => ({ via: to === 'in_progress' && can.claim ? 'claim' : 'status', to }));
  return [...worked, ...own];
}

/** The one that stands as a button, and the rest for the menu. */
export function splitMoves(status: TicketStatus, moves: readonly Move[]): { first: Move | null; rest: Move[] } {
  const usual = USUAL[status] ?? [];
  const first = usual.map((to) => moves.find((move) => move.to === to)).find((move) => move !== undefined) ?? null;
  return { first, rest: moves.filter((move) => move !== first) };
}
