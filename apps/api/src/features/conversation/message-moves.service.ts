import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { UploadsService } from '../files/uploads.service.js';
import type { TicketInHand } from '../tickets/ticket-access.service.js';
import type { NewEntry, RecordedChanges } from '../tickets/ticket-record.service.js';
import { MessageRepository } from './message.repository.js';
import { MessageMovesQueries, type UnshownMessage } from './message-moves.queries.js';

/** Messages that changed tickets: what their new ticket's timeline has to say, for the caller to write. */
export type MovedEntries = NewEntry[];

/** Takes messages, with their files, from one ticket to another. */
@Injectable()
export class MessageMovesService {
  constructor(
    private readonly messages: MessageRepository,
    private readonly queries: MessageMovesQueries,
    private readonly uploads: UploadsService,
  ) {}

  /**
   * Within the open transaction; both tickets are locked.
   * @param origins only messages written to these tickets; null: all of them
   * @returns an entry for each message that the new timeline has not shown before; where it has, it shows it again
   */
  async move(
    actor: Actor,
    from: TicketInHand,
    to: TicketInHand,
    origins: readonly string[] | null,
  ): Promise<MovedEntries> {
    const ids = await this.messages.move(actor, from.ticket.id, to.ticket.id, origins);
    await this.uploads.followMessages(actor, ids, to.ticket.id);
    const unshown = await this.queries.unshown(actor, from.ticket.id, to.ticket.id, ids);
    return unshown.map((message) => entryOf(message, to));
  }

  /** The last reply, as it is on the ticket now. */
  async lastReply(actor: Actor, { ticket }: TicketInHand): Promise<RecordedChanges> {
    const { lastReplyById, lastReplyAt } = await this.queries.replies(actor, ticket.id);
    return { lastReplyById, lastReplyAt };
  }

  /** The same, and the first response: a reply that left takes it along, one that came back brings it. */
  async replies(actor: Actor, { ticket }: TicketInHand): Promise<RecordedChanges> {
    const found = await this.queries.replies(actor, ticket.id);
    const { lastReplyById, lastReplyAt, hasFirstResponse, firstResponseAt } = found;
    return {
      lastReplyById,
      lastReplyAt,
      firstRespondedAt: hasFirstResponse ? ticket.firstRespondedAt : firstResponseAt,
    };
  }
}

function entryOf({ id, internal, data, origin }: UnshownMessage, to: TicketInHand): NewEntry {
  const { movedFrom: _before, ...said } = data;
  const type = internal ? 'note.added' : 'message.sent';
  const isHome = origin.id === to.ticket.id;
  return {
    type,
    data: isHome ? said : { ...said, movedFrom: origin },
    internal,
    messageId: id,
    isOldNews: true,
  };
}
