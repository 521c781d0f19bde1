import type { SplitTicketDto } from '@baton/contracts/relations/relations.dto';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { MessageQueries, type StoredMessage } from '../conversation/message.queries.js';
import { UploadsService } from '../files/uploads.service.js';
import { TicketAccess, type TicketInHand } from '../tickets/ticket-access.service.js';
import { TicketCreationService } from '../tickets/ticket-creation.service.js';
import { TicketDetailQueries } from '../tickets/ticket-detail.queries.js';
import { TicketMergesQueries } from '../tickets/ticket-merges.queries.js';
import { TicketRecordService } from '../tickets/ticket-record.service.js';
import { PersonQueries } from '../users/person.queries.js';
import { LinkRepository } from './link.repository.js';
import { SplitRepository } from './split.repository.js';
import { refTo, requireWorker } from './ticket-pairs.service.js';

/** Makes a message a ticket of its own. */
@Injectable()
export class SplitService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly messages: MessageQueries,
    private readonly creation: TicketCreationService,
    private readonly uploads: UploadsService,
    private readonly persons: PersonQueries,
    private readonly merges: TicketMergesQueries,
    private readonly repository: SplitRepository,
    private readonly links: LinkRepository,
    private readonly record: TicketRecordService,
    private readonly details: TicketDetailQueries,
  ) {}

  /** @throws resource.not_found when the message is elsewhere; request.invalid when it is a note or redacted */
  split(actor: UserActor, ref: string, { messageId, subject }: SplitTicketDto): Promise<TicketResponse> {
    return this.transaction.run(actor, async () => {
      const source = await this.access.lock(actor, ref);
      requireWorker(source);
      const message = await this.messages.find(actor, source.ticket.id, messageId);
      if (!message) throw notFound();
      // A note would become readable to the requester.
      if (message.internal || message.redactedAt)
        throw new AppError('request.invalid', { messageId: ['must be a reply that is still there'] });
      const { id, number, ticket } = await this.open(actor, source, message, subject);
      await this.uploads.copyOf(actor, messageId, { ticketId: id, messageId: null });
      await this.repository.insert(actor, id, source.ticket.id, messageId);
      await this.links.insert(actor, source.ticket.id, id, 'related');
      const data = { to: { id, number }, messageId };
      await this.record.write(actor, source, {}, [{ type: 'ticket.split', data, internal: true }]);
      return this.details.describe(actor, ticket);
    });
  }

  private async open(actor: UserActor, source: TicketInHand, message: StoredMessage, subject: string) {
    const { categoryId, teamId, priority } = source.ticket;
    const splitFrom = { ...refTo(source), categoryId, teamId, requesterId: await this.asker(actor, source, message) };
    const opened = await this.creation.open(
      actor,
      // A message may be files alone; a description says something.
      { subject, description: message.bodyText === '' ? subject : message.bodyHtml, priority },
      [],
      { channel: 'web', splitFrom },
    );
    const ticket = await this.access.withSurroundings(actor, opened);
    return { ...refTo(ticket), ticket };
  }

  /** Whoever wrote it when that was somebody asking, else the requester of the ticket it was written to. */
  private async asker(actor: UserActor, source: TicketInHand, message: StoredMessage): Promise<string> {
    const author = (await this.persons.byIds(actor, [message.authorId])).get(message.authorId);
    if (author?.role === 'employee') return author.id;
    const { ticket } = source;
    const merged = message.originTicketId === null ? [] : await this.merges.tree(actor, ticket.id);
    return merged.find(({ id }) => id === message.originTicketId)?.requesterId ?? ticket.requesterId;
  }
}
