import type { TicketLinkResponse } from '@baton/contracts/tickets/tickets.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import { Injectable } from '@nestjs/common';
import type { TicketEntity } from '../tickets/ticket.entity.js';
import { TicketRepository } from '../tickets/ticket.repository.js';
import type { TicketInHand } from '../tickets/ticket-access.service.js';
import { TicketCreationService } from '../tickets/ticket-creation.service.js';

/** A conversation that goes on after its ticket has ended: a new ticket, linked both ways. */
@Injectable()
export class FollowUpService {
  constructor(
    private readonly creation: TicketCreationService,
    private readonly tickets: TicketRepository,
  ) {}

  /** Within the open transaction; the ended ticket is locked. The caller adds what was written as its first message. */
  async open(
    actor: UserActor,
    { ticket: ended, prefix }: TicketInHand,
  ): Promise<{ ticket: TicketEntity; link: TicketLinkResponse }> {
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
    await this.tickets.change(actor, ended, {}, [
      { type: 'ticket.followed_up', data: { followUp: { id: ticket.id, number } } },
    ]);
    return { ticket, link: { id: ticket.id, number, subject: ticket.subject, status: ticket.status } };
  }
}
