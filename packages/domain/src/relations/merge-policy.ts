import { allow, type Decision, refuse } from '../shared/decision.js';
import { isFinal, type TicketStatus } from '../tickets/ticket-status.js';

/** What the rules need to know of a ticket that is merged or merged into. */
export interface MergeFacts {
  id: string;
  status: TicketStatus;
  mergedIntoId: string | null;
}

/**
 * May `source` be merged into `target`? A merged ticket has ended, so the target of a merge always goes on itself.
 * @param targetChain the tickets in which the target's own conversation goes on, nearest first
 */
export function decideMerge(source: MergeFacts, target: MergeFacts, targetChain: readonly string[]): Decision {
  if (source.id === target.id) return refuse('ticket.same_ticket');
  if (source.mergedIntoId !== null) return refuse('ticket.already_merged', { into: source.mergedIntoId });
  if (targetChain.includes(source.id)) return refuse('ticket.merge_cycle');
  return isFinal(target.status) ? refuse('ticket.merge_target_final', { status: target.status }) : allow;
}
