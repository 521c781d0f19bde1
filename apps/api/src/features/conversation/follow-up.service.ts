import type { TicketLinkResponse } from '@baton/contracts/tickets/tickets.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import { Injectable } from '@nestjs/common';
import type { TicketInHand } from '../tickets/ticket-access.service.js';
import { TicketConversationService } from '../tickets/ticket-conversation.service.js';
import { TicketCreationService } from '../tickets/ticket-creation.service.js';

/** A conversation that goes on after its ticket has ended: a new ticket, linked both ways. */
@Injectable()
export class FollowUpService {
  constructor(
    private readonly creation: TicketCreationService,
    private readonly tickets: TicketConversationService,
  ) {}

  /** Within the open transaction; the ended ticket is locked. The caller adds what was written as its first message. */
  async open(actor: UserActor, endedInHand: TicketInHand): Promise<{ next: TicketInHand; link: TicketLinkResponse }> {
    const { ticket: ended, prefix } = endedInHand;
    const endedNumber = formatTicketNumber(prefix, ended.number);
    const ticket = await this.creation.open(
      actor,
      {
        subject: ended.subject,
        description: `Follow-up to ${endedNumber}: ${ended.subject}`,
        priority: ended.priority,
        issueType: ended.issueType,
        callbackNumber: ended.callbackNumber,
      },
      [],
      {
        channel: 'web',
        followUpOf: {
          id: ended.id,
          number: endedNumber,
          teamId: ended.teamId,
          categoryId: ended.categoryId,
          requesterId: ended.requesterId,
        },
      },
    );
    const number = formatTicketNumber(prefix, ticket.number);
    const next = await this.tickets.goOn(actor, endedInHand, ticket, number);
    return { next, link: { id: ticket.id, number, subject: ticket.subject, status: ticket.status } };
  }
}
