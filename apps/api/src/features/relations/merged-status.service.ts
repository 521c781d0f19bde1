import type { StatusAndTimes } from '@baton/domain/bulk-edits/field-changes';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import type { TicketInHand } from '../tickets/ticket-access.service.js';
import { MergeRepository } from './merge.repository.js';

/** The status that waits for a merged ticket beneath its being closed: what it goes back to when it is taken out. */
@Injectable()
export class MergedStatusService {
  constructor(private readonly repository: MergeRepository) {}

  /** Null for a ticket that is not merged. */
  read(actor: Actor, { ticket, facts }: TicketInHand): Promise<StatusAndTimes | null> {
    return facts.mergedIntoId === null ? Promise.resolve(null) : this.repository.before(actor, ticket.id);
  }

  rewrite(actor: Actor, { ticket }: TicketInHand, status: StatusAndTimes): Promise<void> {
    return this.repository.rewrite(actor, ticket.id, status);
  }
}
