import type { TicketReadResponse } from '@baton/contracts/conversation/conversation.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { rooms } from '../../platform/realtime/realtime.js';
import { RealtimeHub } from '../../platform/realtime/realtime-hub.js';
import { NotificationsService } from '../notifications/notifications.service.js';
import { TicketAccess } from '../tickets/ticket-access.service.js';
import { TicketReadingQueries } from '../tickets/ticket-reading.queries.js';
import { TicketReadRepository } from './ticket-read.repository.js';
import { audienceOf } from './timeline.queries.js';

/** How far somebody has read a conversation. */
@Injectable()
export class TicketReadsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly reads: TicketReadRepository,
    private readonly reading: TicketReadingQueries,
    private readonly notifications: NotificationsService,
    private readonly hub: RealtimeHub,
  ) {}

  /** Moves forward only; the reader's other connections hear of it. */
  read(actor: UserActor, ref: string, wanted: number): Promise<TicketReadResponse> {
    return this.transaction.run(actor, async () => {
      const inHand = await this.access.view(actor, ref);
      const { id: ticketId } = inHand.ticket;
      const reached = await this.reads.advance(actor, ticketId, audienceOf(inHand), wanted);
      const seq = await this.reading.lastRead(actor, inHand);
      if (reached !== null) {
        await this.notifications.readUpTo(actor, ticketId, reached);
        this.transaction.afterCommit(() => this.hub.send(rooms.user(actor.userId), 'ticket.read', { ticketId, seq }));
      }
      return { seq };
    });
  }

  /** Everything that happened before a moment, on every ticket. Nobody hears of it. */
  readUntil(actor: UserActor, moment: Date): Promise<void> {
    return this.transaction.run(actor, () => this.reads.advanceAll(actor, moment));
  }
}
