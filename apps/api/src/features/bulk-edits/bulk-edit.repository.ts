import type { BulkState } from '@baton/contracts/bulk-edits/bulk-edits.response';
import type { TicketChangesDto } from '@baton/contracts/tickets/ticket-changes.dto';
import type { TicketFilters } from '@baton/contracts/tickets/ticket-filters.dto';
import type { FieldChanges } from '@baton/domain/bulk-edits/field-changes';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { selectTickets } from '../tickets/ticket-selection.queries.js';
import { workableBy } from '../tickets/ticket-visibility.queries.js';

/** A ticket's part in an edit: waits, was changed or refused; after an undo, was put back or kept. */
export type ItemState = 'waiting' | 'done' | 'failed' | 'restored' | 'kept';

export interface BulkEdit {
  id: string;
  authorId: string;
  state: BulkState;
  changes: TicketChangesDto;
  startedAt: Date;
  finishedAt: Date | null;
}

/** What an edit did to a ticket, for whoever takes it back. */
export interface DoneItem {
  bulkEditId: string;
  changes: FieldChanges;
  version: number;
}

export interface Settled {
  state: ItemState;
  code?: string;
  changes?: FieldChanges;
  version?: number;
}

const COLUMNS = `id, author_id AS "authorId", state, changes, started_at AS "startedAt", finished_at AS "finishedAt"`;

const INSERT = `
INSERT INTO bulk_edits (tenant_id, id, author_id, state, changes, started_at) VALUES ($1, $2, $3, 'running', $4, $5)`;

const FIND = `SELECT ${COLUMNS} FROM bulk_edits WHERE tenant_id = $1 AND id = $2`;

const MOVE = 'UPDATE bulk_edits SET state = $3, finished_at = $4 WHERE tenant_id = $1 AND id = $2';

const NEXT = `
SELECT ticket_id AS "ticketId" FROM bulk_edit_items
WHERE tenant_id = $1 AND bulk_edit_id = $2 AND state = $3 ORDER BY ticket_id LIMIT $4`;

/** The edit's own row is held shared: whoever wants to stop it waits for the tickets that are in hand. */
const CLAIM = `
SELECT i.changes, i.version FROM bulk_edits b
JOIN bulk_edit_items i ON i.tenant_id = b.tenant_id AND i.bulk_edit_id = b.id
WHERE b.tenant_id = $1 AND b.id = $2 AND b.state = $3 AND i.ticket_id = $4 AND i.state = $5
FOR SHARE OF b FOR UPDATE OF i`;

const SETTLE = `
UPDATE bulk_edit_items SET state = $4, code = $5, changes = coalesce($6, changes), version = coalesce($7, version)
WHERE tenant_id = $1 AND bulk_edit_id = $2 AND ticket_id = $3`;

const LATER = `
SELECT bulk_edit_id AS "bulkEditId", changes, version FROM bulk_edit_items
WHERE tenant_id = $1 AND ticket_id = $2 AND state = 'done' AND version > $3 ORDER BY version FOR UPDATE`;

const TOUCHED = `
SELECT 1 FROM events WHERE tenant_id = $1 AND ticket_id = $2 AND occurred_at > $3 AND actor_id <> $4 LIMIT 1`;

const REBASE = `
UPDATE bulk_edit_items SET changes = $4 WHERE tenant_id = $1 AND bulk_edit_id = $2 AND ticket_id = $3`;

/** Edits of many tickets, and how far each is. */
@Injectable()
export class BulkEditRepository {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  async insert(actor: Actor, id: string, changes: TicketChangesDto): Promise<void> {
    const now = this.clock.now();
    await this.transaction.query(INSERT, [actor.tenantId, id, actor.userId, JSON.stringify(changes), now]);
  }

  /** Takes the tickets the actor would find in a list and works on. @returns how many, at most `limit` */
  async select(actor: Actor, id: string, filters: TicketFilters & { ids?: string[] }, limit: number): Promise<number> {
    const parameters = new SqlParameters();
    const [tenant, edit] = [parameters.add(actor.tenantId), parameters.add(id)];
    const where = workableBy(actor, parameters);
    const matching = selectTickets(actor, filters, parameters, { columns: 't.id', where });
    const [row] = await this.transaction.query<{ taken: string }>(
      `WITH taken AS (
         INSERT INTO bulk_edit_items (tenant_id, bulk_edit_id, ticket_id)
         SELECT ${tenant}::uuid, ${edit}::uuid, id FROM (${matching}) t LIMIT ${parameters.add(limit)} RETURNING 1
       )
       SELECT count(*) AS taken FROM taken`,
      parameters.values,
    );
    return Number(row?.taken ?? 0);
  }

  async find(actor: Actor, id: string): Promise<BulkEdit | null> {
    return (await this.transaction.query<BulkEdit>(FIND, [actor.tenantId, id]))[0] ?? null;
  }

  /** Waits for the tickets in hand, and holds off the next ones. */
  async lock(actor: Actor, id: string): Promise<BulkEdit | null> {
    return (await this.transaction.query<BulkEdit>(`${FIND} FOR UPDATE`, [actor.tenantId, id]))[0] ?? null;
  }

  async move(actor: Actor, id: string, state: BulkState): Promise<void> {
    const finishedAt = state === 'done' || state === 'undone' ? this.clock.now() : null;
    await this.transaction.query(MOVE, [actor.tenantId, id, state, finishedAt]);
  }

  async next(actor: Actor, id: string, state: ItemState, limit: number): Promise<string[]> {
    const rows = await this.transaction.query<{ ticketId: string }>(NEXT, [actor.tenantId, id, state, limit]);
    return rows.map(({ ticketId }) => ticketId);
  }

  /** The item, locked; null when it, or the whole edit, is no longer in this state. */
  async claim(
    actor: Actor,
    id: string,
    ticketId: string,
    { state, item }: { state: BulkState; item: ItemState },
  ): Promise<DoneItem | null> {
    const [row] = await this.transaction.query<Omit<DoneItem, 'bulkEditId'>>(CLAIM, [
      actor.tenantId,
      id,
      state,
      ticketId,
      item,
    ]);
    return row ? { ...row, bulkEditId: id } : null;
  }

  async settle(actor: Actor, id: string, ticketId: string, settled: Settled): Promise<void> {
    const { state, code = null, changes, version = null } = settled;
    const stored = changes ? JSON.stringify(changes) : null;
    await this.transaction.query(SETTLE, [actor.tenantId, id, ticketId, state, code, stored, version]);
  }

  /** What edits did to the ticket after a version of it and can still be undone, oldest first. */
  later(actor: Actor, ticketId: string, version: number): Promise<DoneItem[]> {
    return this.transaction.query<DoneItem>(LATER, [actor.tenantId, ticketId, version]);
  }

  /** Has somebody else done anything on the ticket since the edit began? */
  async touchedSince(actor: Actor, { startedAt, authorId }: BulkEdit, ticketId: string): Promise<boolean> {
    return (await this.transaction.query(TOUCHED, [actor.tenantId, ticketId, startedAt, authorId])).length > 0;
  }

  async rebase(actor: Actor, id: string, ticketId: string, changes: FieldChanges): Promise<void> {
    await this.transaction.query(REBASE, [actor.tenantId, id, ticketId, JSON.stringify(changes)]);
  }
}
