import {
  type BulkFields,
  type FieldValues,
  planUndo,
  type StatusAndTimes,
  tagsAfter,
  type UndoPlan,
  valuesOf,
} from '@baton/domain/bulk-edits/field-changes';
import { type Actor, systemActor, type UserActor } from '@baton/domain/permissions/actor';
import { canWork } from '@baton/domain/permissions/ticket-policy';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { MergedStatusService } from '../relations/merged-status.service.js';
import { TicketAccess, type TicketInHand } from '../tickets/ticket-access.service.js';
import { type NewEntry, type RecordedChanges, TicketRecordService } from '../tickets/ticket-record.service.js';
import { bulkFieldsOf } from './bulk-apply.service.js';
import { type BulkEdit, BulkEditRepository, type DoneItem } from './bulk-edit.repository.js';
import { RestoredNamesQueries } from './restored-names.queries.js';

const UNDOING = { state: 'undoing', item: 'done' } as const;

/** Puts back one ticket of an edit, once: what nobody changed since, whatever moves the state machine has. */
@Injectable()
export class BulkRestoreService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly record: TicketRecordService,
    private readonly mergedStatus: MergedStatusService,
    private readonly names: RestoredNamesQueries,
    private readonly repository: BulkEditRepository,
  ) {}

  /** @param author with the rights of this moment; null when they are no coordinator any more */
  async restore(tenantId: TenantId, author: UserActor | null, edit: BulkEdit, ticketId: string): Promise<void> {
    // The system does it, on behalf of whoever made the edit.
    const actor: Actor = { ...systemActor(tenantId), userId: edit.authorId };
    await this.transaction.run(actor, async () => {
      const inHand = await this.access.lockUnseen(actor, ticketId);
      const item = await this.repository.claim(actor, edit.id, ticketId, UNDOING);
      if (!item) return;
      if (await this.isOutOfReach(actor, author, edit, inHand)) {
        const kept = { state: 'kept' as const, code: 'resource.not_found' };
        return this.repository.settle(actor, edit.id, ticketId, kept);
      }
      const later = await this.repository.later(actor, ticketId, item.version);
      const merged = await this.mergedStatus.read(actor, inHand);
      const present = bulkFieldsOf(inHand);
      const own = merged ? { ...present, status: merged } : present;
      const changed = later.map(({ changes }) => changes);
      const plan = planUndo(item.changes, changed, valuesOf(own));
      await this.rebase(actor, ticketId, plan, later);
      await this.putBack(actor, inHand, own, plan.back, merged !== null);
      const isWhole = plan.kept.length === 0;
      const settled = isWhole ? { state: 'restored' as const } : { state: 'kept' as const, code: 'bulk.changed_since' };
      await this.repository.settle(actor, edit.id, ticketId, settled);
    });
  }

  /** Moved out of its author's sight, it is brought back as it was, and not with what others have written there. */
  private async isOutOfReach(
    actor: Actor,
    author: UserActor | null,
    edit: BulkEdit,
    { ticket, facts, context }: TicketInHand,
  ): Promise<boolean> {
    if (author && canWork(author, facts, context.actorTeamIds)) return false;
    return this.repository.touchedSince(actor, edit, ticket.id);
  }

  private async rebase(actor: Actor, ticketId: string, plan: UndoPlan, later: readonly DoneItem[]): Promise<void> {
    for (const { index, changes } of plan.rebased) {
      const id = later[index]?.bulkEditId;
      if (id) await this.repository.rebase(actor, id, ticketId, changes);
    }
  }

  private async putBack(
    actor: Actor,
    inHand: TicketInHand,
    own: BulkFields,
    back: FieldValues,
    isMerged: boolean,
  ): Promise<void> {
    const { status, ...fields } = back as { status?: StatusAndTimes };
    const tags = tagsAfter(own.tags, back);
    const changes: RecordedChanges = fieldsOf(fields, own, tags);
    const entries: NewEntry[] = [];
    if (status && isMerged) await this.mergedStatus.rewrite(actor, inHand, status);
    if (status && !isMerged) {
      Object.assign(changes, timesOf(status));
      const [from, to] = [own.status.status, status.status];
      if (from !== to) entries.push({ type: 'ticket.status_changed', data: { from, to, because: 'restored' } });
    }
    // As with any other move between teams, who loses sight of the ticket follows from this entry.
    if (changes.teamId !== undefined)
      entries.push({ type: 'ticket.team_changed', data: await this.names.team(actor, own, changes.teamId) });
    const told = await this.names.fields(actor, own, changes);
    const internal = Object.keys(told).every((field) => field === 'tags');
    if (Object.keys(told).length > 0) entries.push({ type: 'ticket.restored', data: { fields: told }, internal });
    if (entries.length > 0) await this.record.write(actor, inHand, changes, entries);
  }
}

/** The ticket's columns among the values that go back. */
function fieldsOf(back: FieldValues, own: BulkFields, tags: string[]): RecordedChanges {
  const columns = Object.fromEntries(Object.entries(back).filter(([field]) => field in own)) as RecordedChanges;
  return JSON.stringify(tags) === JSON.stringify(own.tags) ? columns : { ...columns, tags };
}

const at = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

const timesOf = ({ status, resolvedAt, closedAt }: StatusAndTimes): RecordedChanges => ({
  status,
  resolvedAt: at(resolvedAt),
  closedAt: at(closedAt),
});
