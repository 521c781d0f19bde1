import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';

export type NodeState = 'done' | 'current' | 'paused' | 'ahead' | 'ended';
export type ProgressLabel =
  | 'choosing'
  | 'withPerson'
  | 'inProgress'
  | 'waitingForYou'
  | 'resolved'
  | 'closed'
  | 'withdrawn';

export interface Progress {
  /** Received, with a person, in progress, resolved. */
  nodes: [NodeState, NodeState, NodeState, NodeState];
  /** Under which node the label stands. */
  at: number;
  label: ProgressLabel;
}

/** Where a ticket is on its way, as its requester sees it. */
export function progressOf({ status, assigneeId }: Pick<TicketSummaryResponse, 'status' | 'assigneeId'>): Progress {
  switch (status) {
    case 'new':
    case 'open':
      return {
        nodes: ['done', 'current', 'ahead', 'ahead'],
        at: 1,
        label: assigneeId === null ? 'choosing' : 'withPerson',
      };
    case 'in_progress':
      return { nodes: ['done', 'done', 'current', 'ahead'], at: 2, label: 'inProgress' };
    case 'waiting':
      return { nodes: ['done', 'done', 'paused', 'ahead'], at: 2, label: 'waitingForYou' };
    case 'resolved':
      return { nodes: ['done', 'done', 'done', 'done'], at: 3, label: 'resolved' };
    case 'closed':
      return { nodes: ['done', 'done', 'done', 'done'], at: 3, label: 'closed' };
    case 'withdrawn':
      return { nodes: ['done', 'ended', 'ended', 'ended'], at: 0, label: 'withdrawn' };
  }
}
