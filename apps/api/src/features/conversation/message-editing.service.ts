import type { MessageResponse, MessageVersionsResponse } from '@baton/contracts/conversation/conversation.response';
import { decideEditMessage, decideRedactMessage } from '@baton/domain/conversation/message-policy';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError, enforce, notFound } from '../../platform/http/app-error.js';
import { StoredAnswers } from '../../platform/http/stored-answers.js';
import { toRichText } from '../../platform/rich-text/rich-text.js';
import { UploadsService } from '../files/uploads.service.js';
import { MailOutbox } from '../notifications/mail-outbox.service.js';
import { TicketAccess, type TicketInHand } from '../tickets/ticket-access.service.js';
import { TicketConversationService } from '../tickets/ticket-conversation.service.js';
import { MessageQueries, type StoredMessage } from './message.queries.js';
import { MessageRepository } from './message.repository.js';
import { MessageVersionRepository } from './message-version.repository.js';
import { audienceOf, TimelineQueries } from './timeline.queries.js';

/** Changing what was said: an edit keeps what it replaces, a redaction leaves nothing. */
@Injectable()
export class MessageEditingService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly tickets: TicketConversationService,
    private readonly messages: MessageQueries,
    private readonly repository: MessageRepository,
    private readonly versionsKept: MessageVersionRepository,
    private readonly uploads: UploadsService,
    private readonly mails: MailOutbox,
    private readonly answers: StoredAnswers,
    private readonly timeline: TimelineQueries,
  ) {}

  /** @throws access.forbidden, message.is_redacted, ticket.is_final, conversation.empty */
  edit(actor: UserActor, ref: string, messageId: string, body: string): Promise<MessageResponse> {
    return this.transaction.run(actor, async () => {
      const inHand = await this.access.lock(actor, ref);
      const message = await this.readable(actor, inHand, messageId);
      enforce(decideEditMessage(actor, factsOf(message, inHand)));
      const text = toRichText(body);
      if (text.text === '') throw new AppError('conversation.empty');
      if (text.html !== message.bodyHtml) {
        await this.versionsKept.keep(actor, message);
        await this.repository.replace(message, text);
        await this.tickets.messageChanged(actor, inHand, message.internal, {
          type: 'message.edited',
          data: { messageId },
        });
      }
      return this.timeline.message(actor, inHand.ticket.id, audienceOf(inHand), messageId);
    });
  }

  /** Text, history, files, and mails that quote it: gone. @throws access.forbidden, message.is_redacted */
  redact(actor: UserActor, ref: string, messageId: string, reason?: string): Promise<MessageResponse> {
    return this.transaction.run(actor, async () => {
      const inHand = await this.access.lock(actor, ref);
      const message = await this.readable(actor, inHand, messageId);
      enforce(decideRedactMessage(actor, factsOf(message, inHand)));
      await this.repository.empty(message);
      await this.versionsKept.forget(actor, messageId);
      await this.uploads.removeOf(actor, messageId);
      await this.mails.forgetMessage(actor, messageId);
      await this.answers.amend(actor, { userId: message.authorId, id: messageId }, NOTHING_SAID);
      await this.tickets.messageChanged(actor, inHand, message.internal, {
        type: 'message.redacted',
        data: reason === undefined ? { messageId } : { messageId, reason },
      });
      return this.timeline.message(actor, inHand.ticket.id, audienceOf(inHand), messageId);
    });
  }

  /** What it said before, for those who work on the ticket. */
  versions(actor: UserActor, ref: string, messageId: string): Promise<MessageVersionsResponse> {
    return this.transaction.run(actor, async () => {
      const inHand = await this.access.view(actor, ref);
      if (!inHand.worksOnIt) throw new AppError('access.forbidden');
      await this.readable(actor, inHand, messageId);
      return { items: await this.versionsKept.list(actor, messageId) };
    });
  }

  /** @throws resource.not_found, also for a note the actor may not read */
  private async readable(actor: UserActor, { ticket, worksOnIt }: TicketInHand, id: string): Promise<StoredMessage> {
    const message = await this.messages.find(actor, ticket.id, id);
    if (!message || (message.internal && !worksOnIt)) throw notFound();
    return message;
  }
}

const NOTHING_SAID = { body: '', text: '', attachments: [] };

const factsOf = ({ authorId, redactedAt }: StoredMessage, { ticket }: TicketInHand) => ({
  authorId,
  redacted: redactedAt !== null,
  ticketStatus: ticket.status,
});
