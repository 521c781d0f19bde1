import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import type { TicketEntity } from './ticket.entity.js';
import { type NewEntry, type Note, type NotedTicket, TicketRepository } from './ticket.repository.js';
import type { TicketInHand } from './ticket-access.service.js';

export type { NewEntry, Note, NotedTicket };

/** What other features may write on a ticket themselves, once their own rules have allowed it. */
export type RecordedChanges = Partial<
  Pick<
    TicketEntity,
    | 'status'
    | 'resolvedAt'
    | 'closedAt'
    | 'firstRespondedAt'
    | 'lastReplyById'
    | 'lastReplyAt'
    | 'assigneeId'
    | 'teamId'
    | 'priority'
    | 'categoryId'
    | 'tags'
  >
>;

/** Changes of a ticket that are no moves or edits of somebody's: merges, and taking things back. */
@Injectable()
export class TicketRecordService {
  constructor(private readonly repository: TicketRepository) {}

  /** Within the open transaction; the ticket is locked. */
  write(actor: Actor, { ticket }: TicketInHand, changes: RecordedChanges, entries: NewEntry[]): Promise<void> {
    return this.repository.change(actor, ticket, changes, entries);
  }

  /** What clocks say of many tickets at once. Within the open transaction; the tickets are locked. */
  note(actor: Actor, notes: readonly Note[]): void {
    this.repository.note(actor, notes);
  }
}
