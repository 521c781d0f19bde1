import { systemActor, type UserActor } from '@baton/domain/permissions/actor';
import { decideMove } from '@baton/domain/permissions/ticket-policy';
import { statusAfterRequesterReply, type TicketStatus } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import type { TicketEntity } from './ticket.entity.js';
import { type NewEntry, TicketRepository } from './ticket.repository.js';
import { TicketAccess, type TicketInHand } from './ticket-access.service.js';
import { TicketStatusService } from './ticket-status.service.js';

/** A message as its ticket sees it. */
export interface MessageOnTicket {
  id: string;
  authorId: string;
  internal: boolean;
  createdAt: Date;
  /** Colleagues it calls. */
  mentions?: string[];
}

type Changed = Extract<NewEntry, { type: 'message.edited' | 'message.redacted' }>;

/** What a conversation does to its ticket. Within the open transaction; the ticket is locked. */
@Injectable()
export class TicketConversationService {
  constructor(
    private readonly access: TicketAccess,
    private readonly repository: TicketRepository,
    private readonly status: TicketStatusService,
  ) {}

  /**
   * The entry of a message, what a reply changes on the ticket, and the move it causes.
   * @param addressed the ticket it was written to, when that was merged: its requester asks here too
   */
  async append(actor: UserActor, inHand: TicketInHand, message: MessageOnTicket, addressed = inHand): Promise<void> {
    const { ticket, worksOnIt } = inHand;
    const asked = asAskedIn(inHand, addressed);
    const changes = message.internal ? {} : afterReply(ticket, message, worksOnIt);
    await this.repository.change(actor, ticket, changes, [entryOf(actor, asked, message)]);
    const to = message.internal ? null : moveCausedBy(actor, asked);
    if (to) await this.status.moveInHand(actor, asked, to, { because: 'requester_replied' });
    inHand.facts.status = ticket.status;
    inHand.facts.assigneeId = ticket.assigneeId;
  }

  /** The entry of a message that was edited or redacted: heard by whoever may read the message. */
  async messageChanged(actor: UserActor, { ticket }: TicketInHand, internal: boolean, entry: Changed): Promise<void> {
    await this.repository.change(actor, ticket, {}, [{ ...entry, internal }]);
  }

  /** A reply that comes too late to reopen finds its ticket closed, also when the timer has not come round yet. */
  async closeIfOver(actor: UserActor, inHand: TicketInHand, addressed = inHand): Promise<void> {
    const asked = asAskedIn(inHand, addressed);
    const { ticket, facts, context } = asked;
    const isReopening = ticket.status === 'resolved' && moveCausedBy(actor, asked) === 'open';
    if (!isReopening || decideMove(actor, facts, 'open', context).allowed) return;
    await this.status.moveInHand(systemActor(actor.tenantId), inHand, 'closed', { because: 'reopen_window_over' });
  }

  /** Tells an ended ticket where it goes on. @returns the follow-up, ready for its first message */
  async goOn(actor: UserActor, ended: TicketInHand, ticket: TicketEntity, number: string): Promise<TicketInHand> {
    const data = { followUp: { id: ticket.id, number } };
    await this.repository.change(actor, ended.ticket, {}, [{ type: 'ticket.followed_up', data }]);
    return this.access.withSurroundings(actor, ticket);
  }
}

/** The ticket as those stand to it who asked in the one that was merged into it. */
function asAskedIn(inHand: TicketInHand, addressed: TicketInHand): TicketInHand {
  if (addressed === inHand) return inHand;
  const { requesterId, submittedById } = addressed.facts;
  return { ...inHand, facts: { ...inHand.facts, requesterId, submittedById } };
}

function entryOf(actor: UserActor, asked: TicketInHand, message: MessageOnTicket): NewEntry {
  const { internal, id: messageId, mentions = [] } = message;
  const called = mentions.length > 0 ? { mentions } : {};
  if (internal) return { type: 'note.added', data: called, internal, messageId };
  const side = asked.worksOnIt && !isAsking(actor, asked) ? 'desk' : 'requester';
  return { type: 'message.sent', data: { ...called, side }, messageId };
}

/** Whoever handed it in for somebody and works on it answers, not asks. */
const isAsking = (actor: UserActor, { facts, worksOnIt }: TicketInHand): boolean =>
  actor.userId === facts.requesterId || (actor.userId === facts.submittedById && !worksOnIt);

/** Where a public reply takes the ticket. */
function moveCausedBy(actor: UserActor, inHand: TicketInHand): TicketStatus | null {
  const { ticket } = inHand;
  return isAsking(actor, inHand) ? statusAfterRequesterReply(ticket.status, ticket.assigneeId !== null) : null;
}

/** The first response is the first public message of somebody who works on the ticket for somebody else. */
function afterReply(ticket: TicketEntity, message: MessageOnTicket, isWorker: boolean): Partial<TicketEntity> {
  const changes: Partial<TicketEntity> = { lastReplyById: message.authorId, lastReplyAt: message.createdAt };
  const isResponse = isWorker && message.authorId !== ticket.requesterId && ticket.firstRespondedAt === null;
  return isResponse ? { ...changes, firstRespondedAt: message.createdAt } : changes;
}
