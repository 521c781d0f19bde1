import { type BulkFields, fieldChanges } from '@baton/domain/bulk-edits/field-changes';
import { systemActor, type UserActor, userActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { TicketAccess, type TicketInHand } from '../tickets/ticket-access.service.js';
import { TicketChangesService } from '../tickets/ticket-changes.service.js';
import { PersonQueries } from '../users/person.queries.js';
import { type BulkEdit, BulkEditRepository } from './bulk-edit.repository.js';

const RUNNING = { state: 'running', item: 'waiting' } as const;

/** Changes one ticket of an edit, once, by the rules of a single change. */
@Injectable()
export class BulkApplyService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly changes: TicketChangesService,
    private readonly persons: PersonQueries,
    private readonly repository: BulkEditRepository,
  ) {}

  /** @throws the refusal, when nothing was changed */
  apply(author: UserActor, edit: BulkEdit, ticketId: string): Promise<void> {
    return this.transaction.run(author, async () => {
      const inHand = await this.access.lock(author, ticketId);
      if (!(await this.repository.claim(author, edit.id, ticketId, RUNNING))) return;
      const before = bulkFieldsOf(inHand);
      await this.changes.applyInHand(author, inHand, edit.changes);
      const changes = fieldChanges(before, bulkFieldsOf(inHand));
      const { version } = inHand.ticket;
      await this.repository.settle(author, edit.id, ticketId, { state: 'done', changes, version });
    });
  }

  /** Notes why a ticket stays as it is. */
  async refuse(tenantId: TenantId, edit: BulkEdit, ticketId: string, code: string): Promise<void> {
    const actor = systemActor(tenantId);
    await this.transaction.run(actor, async () => {
      if (await this.repository.claim(actor, edit.id, ticketId, RUNNING))
        await this.repository.settle(actor, edit.id, ticketId, { state: 'failed', code });
    });
  }

  /** Whoever made the edit, with the rights of this moment; null when they are no coordinator any more. */
  author(tenantId: TenantId, { authorId }: BulkEdit): Promise<UserActor | null> {
    const system = systemActor(tenantId);
    return this.transaction.run(system, async () => {
      const isWorker = (await this.persons.workersAmong(system, [authorId])).has(authorId);
      const person = (await this.persons.byIds(system, [authorId])).get(authorId);
      return person && isWorker ? userActor({ id: authorId, tenantId, role: person.role }, newId()) : null;
    });
  }
}

export const bulkFieldsOf = ({ ticket }: TicketInHand): BulkFields => ({
  status: {
    status: ticket.status,
    resolvedAt: ticket.resolvedAt?.toISOString() ?? null,
    closedAt: ticket.closedAt?.toISOString() ?? null,
  },
  assigneeId: ticket.assigneeId,
  teamId: ticket.teamId,
  priority: ticket.priority,
  categoryId: ticket.categoryId,
  tags: ticket.tags,
});
