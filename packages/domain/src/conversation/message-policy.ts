import type { Actor } from '../permissions/actor.js';
import { allow, type Decision, refuse } from '../shared/decision.js';
import type { TicketStatus } from '../tickets/ticket-status.js';

/** What the rules need to know of a message the actor may read. */
export interface MessageFacts {
  authorId: string;
  redacted: boolean;
  /** Of the message's ticket. */
  ticketStatus: TicketStatus;
}

/** Who asks, as far as these rules care: the browser knows no more of itself. */
export type Asker = Pick<Actor, 'userId' | 'permissions'>;

/** Its author, for as long as the ticket has not ended: what a closed ticket says stays said. */
export function decideEditMessage(asker: Asker, message: MessageFacts): Decision {
  if (message.authorId !== asker.userId) return refuse('access.forbidden');
  if (message.redacted) return refuse('message.is_redacted');
  const { ticketStatus: status } = message;
  return status === 'closed' || status === 'withdrawn' ? refuse('ticket.is_final', { status }) : allow;
}

/** Its author or an admin, at any time: a password in a closed ticket is still a password. */
export function decideRedactMessage(asker: Asker, message: MessageFacts): Decision {
  if (message.authorId !== asker.userId && !asker.permissions.has('message.redact')) return refuse('access.forbidden');
  return message.redacted ? refuse('message.is_redacted') : allow;
}

/** What the asker may do with a message now. */
export const messageCapabilities = (asker: Asker, message: MessageFacts): { edit: boolean; redact: boolean } => ({
  edit: decideEditMessage(asker, message).allowed,
  redact: decideRedactMessage(asker, message).allowed,
});
