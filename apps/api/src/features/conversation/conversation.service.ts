import type { SendMessageDto } from '@baton/contracts/conversation/conversation.dto';
import type { MessageResponse } from '@baton/contracts/conversation/conversation.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { isFinal } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError } from '../../platform/http/app-error.js';
import { toRichText } from '../../platform/rich-text/rich-text.js';
import { FileIntake, type StoredFile } from '../../platform/storage/file-intake.js';
import { UploadsService } from '../files/uploads.service.js';
import { TicketAccess, type TicketInHand } from '../tickets/ticket-access.service.js';
import { TicketConversationService } from '../tickets/ticket-conversation.service.js';
import { ConflictQueries } from './conflict.queries.js';
import { FollowUpService } from './follow-up.service.js';
import type { MessageEntity } from './message.entity.js';
import { MessageRepository } from './message.repository.js';
import { MessageRoutingService } from './message-routing.service.js';
import { audienceOf, TimelineQueries } from './timeline.queries.js';

/** Writing into a ticket's conversation. */
@Injectable()
export class ConversationService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly tickets: TicketConversationService,
    private readonly routing: MessageRoutingService,
    private readonly messages: MessageRepository,
    private readonly uploads: UploadsService,
    private readonly conflicts: ConflictQueries,
    private readonly followUps: FollowUpService,
    private readonly timeline: TimelineQueries,
    private readonly intake: FileIntake,
  ) {}

  /** A reply or a note. A reply to a ticket that has ended opens a follow-up and is its first message. */
  send(actor: UserActor, ref: string, dto: SendMessageDto, files: readonly StoredFile[]): Promise<MessageResponse> {
    return this.transaction.run(actor, async () => {
      const internal = dto.internal ?? false;
      const { addressed, inHand, mergedInto } = await this.routing.route(actor, ref, internal);
      const sent = dto.clientId ? await this.messages.byClientId(actor, addressed.ticket.id, dto.clientId) : null;
      const body = toRichText(dto.body ?? '');
      if (sent) return this.repeat(actor, inHand, sent, { ...body, internal, files });
      if (body.text === '' && files.length === 0 && !dto.attachmentIds?.length)
        throw new AppError('conversation.empty');
      await this.conflicts.requireUpToDate(actor, inHand, dto, addressed);
      if (!internal) await this.tickets.closeIfOver(actor, inHand);
      if (!internal && isFinal(inHand.ticket.status)) return this.followUp(actor, addressed, dto, body, files);
      const message = await this.messages.insert(actor, inHand.ticket.id, {
        ...body,
        internal,
        clientId: dto.clientId,
        originTicketId: inHand === addressed ? undefined : addressed.ticket.id,
      });
      await this.uploads.attach(actor, carrierOf(message), dto.attachmentIds ?? [], files);
      await this.tickets.append(actor, inHand, message);
      const answer = await this.timeline.message(actor, inHand.ticket.id, audienceOf(inHand), message.id);
      return { ...answer, mergedInto };
    });
  }

  private async followUp(
    actor: UserActor,
    inHand: TicketInHand,
    dto: SendMessageDto,
    body: { html: string; text: string },
    files: readonly StoredFile[],
  ): Promise<MessageResponse> {
    const { next, link } = await this.followUps.open(actor, inHand);
    const { ticket } = next;
    const message = await this.messages.insert(actor, ticket.id, { ...body, internal: false, clientId: dto.clientId });
    await this.uploads.attach(actor, carrierOf(message), dto.attachmentIds ?? [], files);
    await this.tickets.append(actor, next, message);
    return { ...(await this.timeline.message(actor, ticket.id, audienceOf(next), message.id)), followUp: link };
  }

  /**
   * The same `clientId` again: what was stored then is the answer now, and its files need not be kept twice. Another
   * message under a used `clientId` is refused: its sender would believe that it had been sent.
   */
  private async repeat(
    actor: UserActor,
    inHand: TicketInHand,
    sent: MessageEntity,
    again: { text: string; internal: boolean; files: readonly StoredFile[] },
  ): Promise<MessageResponse> {
    if (sent.bodyText !== again.text || sent.internal !== again.internal) throw new AppError('idempotency.key_reused');
    const where = sent.ticketId === inHand.ticket.id ? inHand : await this.access.view(actor, sent.ticketId);
    for (const file of again.files) this.transaction.afterCommit(() => this.intake.discard(file));
    return this.timeline.message(actor, sent.ticketId, audienceOf(where), sent.id);
  }
}

const carrierOf = (message: MessageEntity) => ({ ticketId: message.ticketId, messageId: message.id });
