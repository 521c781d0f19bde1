import type { SendMessageDto } from '@baton/contracts/conversation/conversation.dto';
import { missedReplies } from '@baton/domain/conversation/conflict';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/http/app-error.js';
import type { TicketInHand } from '../tickets/ticket-access.service.js';
import { audienceOf, TimelineQueries } from './timeline.queries.js';

/** Answering over a colleague: did one reply after what the sender last saw? */
@Injectable()
export class ConflictQueries {
  constructor(private readonly timeline: TimelineQueries) {}

  /**
   * Only for public replies of those who work on the ticket.
   * @param addressed the ticket whose numbers the sender saw, when that has been merged into the one in hand
   * @throws conversation.moved_on {missed}
   */
  async requireUpToDate(
    actor: UserActor,
    inHand: TicketInHand,
    dto: SendMessageDto,
    addressed: TicketInHand,
  ): Promise<void> {
    if (dto.internal || dto.lastSeenSeq === undefined || !inHand.worksOnIt) return;
    const isElsewhere = addressed !== inHand;
    const seen = isElsewhere ? await this.timeline.timeOf(actor, addressed, dto.lastSeenSeq) : null;
    const { id, requesterId } = inHand.ticket;
    const slice = {
      after: isElsewhere ? 0 : dto.lastSeenSeq,
      sentAfter: seen,
      messagesOnly: true,
      // In the statement, lest a hundred notes hide the one reply that matters.
      colleaguesOf: [actor.userId, requesterId],
      limit: 100,
    };
    const entries = await this.timeline.entries(actor, id, audienceOf(inHand), slice);
    const replies = entries.map((entry) => ({
      seq: entry.seq,
      authorId: entry.actor?.id ?? null,
      authorIsCoordinator: entry.actor?.role !== 'employee' && entry.actor?.id !== requesterId,
      entry,
    }));
    const missed = missedReplies(replies, slice.after, actor.userId).map(({ entry }) => entry);
    if (missed.length > 0) throw new AppError('conversation.moved_on', { missed });
  }
}
