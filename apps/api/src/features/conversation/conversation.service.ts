import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SendMessageDto } from '@baton/contracts/conversation/conversation.dto';
import type { MessageResponse } from '@baton/contracts/conversation/conversation.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { isFinal } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError } from '../../platform/http/app-error.js';
import { type RichText, toRichText } from '../../platform/rich-text/rich-text.js';
import { FileIntake, type StoredFile } from '../../platform/storage/file-intake.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { UploadsService } from '../files/uploads.service.js';
import { TicketAccess, type TicketInHand } from '../tickets/ticket-access.service.js';
import { TicketChangesService } from '../tickets/ticket-changes.service.js';
import { TicketConversationService } from '../tickets/ticket-conversation.service.js';
import type { PersonRow } from '../users/person.presenter.js';
import { PersonQueries } from '../users/person.queries.js';
import { ConflictQueries } from './conflict.queries.js';
import { freshRow, presentMessage } from './conversation.presenter.js';
import { ConversationRealtime } from './conversation.realtime.js';
import { FollowUpService } from './follow-up.service.js';
import { FreshMessages } from './fresh-messages.service.js';
import { MentionQueries } from './mention.queries.js';
import type { MessageEntity } from './message.entity.js';
import { MessageRepository } from './message.repository.js';
import { MessageRoutingService, type Route } from './message-routing.service.js';
import { audienceOf, TimelineQueries } from './timeline.queries.js';

/** What a message consists of. */
interface Content extends RichText {
  internal: boolean;
  files: readonly StoredFile[];
  author: PersonRow;
}

/** Writing into a ticket's conversation. */
@Injectable()
export class ConversationService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly tickets: TicketConversationService,
    private readonly ticketChanges: TicketChangesService,
    private readonly routing: MessageRoutingService,
    private readonly messages: MessageRepository,
    private readonly uploads: UploadsService,
    private readonly conflicts: ConflictQueries,
    private readonly mentions: MentionQueries,
    private readonly drafts: DraftsService,
    private readonly followUps: FollowUpService,
    private readonly persons: PersonQueries,
    private readonly fresh: FreshMessages,
    private readonly realtime: ConversationRealtime,
    private readonly timeline: TimelineQueries,
    private readonly intake: FileIntake,
  ) {}

  /** A reply or a note. A reply to a ticket that has ended opens a follow-up and is its first message. */
  send(actor: UserActor, ref: string, dto: SendMessageDto, files: readonly StoredFile[]): Promise<MessageResponse> {
    return this.transaction.run(actor, async () => {
      const internal = dto.internal ?? false;
      // One packet: the look-up runs behind the lock, so of two sends at once the second finds the first one's message.
      const [route, underName, [author], body] = await Promise.all([
        this.routing.route(actor, ref, internal),
        this.sentBefore(actor, ref, dto),
        this.persons.rows(actor, [actor.userId]),
        // In the next turn the packet is on its way: what is written is cleaned while PostgreSQL looks.
        nextTurn().then(() => toRichText(dto.body ?? '')),
      ]);
      const { named, addressed } = route;
      const isElsewhere = addressed !== named || route.inHand !== named;
      const sent = isElsewhere ? await this.sentBefore(actor, addressed.ticket.id, dto) : underName;
      const content = { ...body, internal, files, author: author! };
      const answer = sent
        ? await this.repeat(actor, route.inHand, sent, content)
        : await this.say(actor, route, dto, content);
      if (dto.draftRevision !== undefined)
        await this.drafts.useUp(actor, named.ticket.id, internal ? 'note' : 'reply', dto.draftRevision);
      return answer;
    });
  }

  private async sentBefore(actor: UserActor, ref: string, { clientId }: SendMessageDto): Promise<MessageEntity | null> {
    return clientId ? this.messages.byClientId(actor, ref, clientId) : null;
  }

  private async say(actor: UserActor, route: Route, dto: SendMessageDto, content: Content): Promise<MessageResponse> {
    const { addressed, inHand } = route;
    const hasFiles = content.files.length > 0 || (dto.attachmentIds ?? []).length > 0;
    if (content.text === '' && !hasFiles) throw new AppError('conversation.empty');
    await this.conflicts.requireUpToDate(actor, inHand, dto, addressed);
    await this.mentions.requireSuitable(actor, inHand, dto.mentions);
    if (!content.internal) await this.tickets.closeIfOver(actor, inHand, addressed);
    return this.write(actor, route, dto, content);
  }

  /** The message, its files and what it changes: all of it, or by any refusal nothing. */
  private async write(
    actor: UserActor,
    { addressed, inHand, mergedInto }: Route,
    { clientId, attachmentIds = [], mentions, changes }: SendMessageDto,
    { html, text, internal, files, author }: Content,
  ): Promise<MessageResponse> {
    const followUp = !internal && isFinal(inHand.ticket.status) ? await this.followUps.open(actor, addressed) : null;
    const place = followUp?.next ?? inHand;
    const originTicketId = followUp || inHand === addressed ? undefined : addressed.ticket.id;
    const { ticket } = place;
    const message = await this.messages.insert(actor, ticket.id, { html, text, internal, clientId, originTicketId });
    await this.uploads.attach(actor, carrierOf(message), attachmentIds, files);
    // Ahead of everything: a message is heard by those who may see the ticket where it takes it.
    if (changes?.teamId !== undefined) this.transaction.afterCommit(() => this.realtime.reseat(ticket.id));
    const isPlain = attachmentIds.length === 0 && files.length === 0;
    // Ahead of the entry: its push comes after what was put here.
    if (isPlain) this.transaction.afterCommit(() => this.fresh.put({ message, author }));
    const seq = nextSeq(place);
    await this.tickets.append(actor, place, { ...message, mentions }, followUp ? place : addressed);
    if (changes) await this.ticketChanges.applyInHand(actor, place, changes);
    const written = { seq, ticketStatus: ticket.status };
    const answer = isPlain
      ? presentMessage(actor, freshRow({ message, author }, written))
      : await this.timeline.message(actor, ticket.id, audienceOf(place), message.id);
    return followUp ? { ...answer, followUp: followUp.link } : { ...answer, mergedInto };
  }

  /**
   * The same `clientId` again: what was stored then is the answer now, and its files need not be kept twice. Another
   * message under a used `clientId` is refused: its sender would believe that it had been sent.
   */
  private async repeat(
    actor: UserActor,
    inHand: TicketInHand,
    sent: MessageEntity,
    again: Content,
  ): Promise<MessageResponse> {
    const isOther = !sent.editedAt && !sent.redactedAt && sent.bodyText !== again.text;
    if (isOther || sent.internal !== again.internal) throw new AppError('idempotency.key_reused');
    const where = sent.ticketId === inHand.ticket.id ? inHand : await this.access.view(actor, sent.ticketId);
    for (const file of again.files) this.transaction.afterCommit(() => this.intake.discard(file));
    return this.timeline.message(actor, sent.ticketId, audienceOf(where), sent.id);
  }
}

/** The number of the next entry of its kind, as whoever has the ticket in hand counts. */
const nextSeq = ({ ticket, worksOnIt }: TicketInHand): number =>
  (worksOnIt ? ticket.lastSeq : ticket.lastPublicSeq) + 1;

const carrierOf = (message: MessageEntity) => ({ ticketId: message.ticketId, messageId: message.id });
