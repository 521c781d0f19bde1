import type { BulkEditResponse, BulkProblemResponse } from '@baton/contracts/bulk-edits/bulk-edits.response';
import { LIMITS } from '@baton/contracts/http/limits';
import type { Actor } from '@baton/domain/permissions/actor';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { BulkEdit, ItemState } from './bulk-edit.repository.js';

/** How long an edit can be undone after it began. */
const UNDO_MS = 24 * 3_600_000;

export const undoDeadline = ({ startedAt }: BulkEdit): Date => new Date(startedAt.getTime() + UNDO_MS);

export const isUndone = ({ state }: Pick<BulkEdit, 'state'>): boolean => state === 'undoing' || state === 'undone';

const COUNTS = `
SELECT state, count(*) AS count FROM bulk_edit_items WHERE tenant_id = $1 AND bulk_edit_id = $2 GROUP BY state`;

const PROBLEMS = `
SELECT t.id AS "ticketId", t.number, o.ticket_prefix AS prefix, i.code FROM bulk_edit_items i
JOIN tickets t ON t.tenant_id = i.tenant_id AND t.id = i.ticket_id JOIN tenants o ON o.id = i.tenant_id
WHERE i.tenant_id = $1 AND i.bulk_edit_id = $2 AND i.state = $3 ORDER BY i.ticket_id LIMIT ${LIMITS.bulkProblemsMax}`;

type Progress = Pick<BulkEditResponse, 'id' | 'state' | 'total' | 'done' | 'failed'>;

/** How far an edit is: its tickets are the only count of it. */
@Injectable()
export class BulkEditQueries {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  async progress(actor: Actor, edit: BulkEdit): Promise<Progress> {
    const rows = await this.transaction.query<{ state: ItemState; count: string }>(COUNTS, [actor.tenantId, edit.id]);
    const count = (...states: ItemState[]) =>
      rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + Number(row.count), 0);
    const { id, state } = edit;
    if (isUndone(edit))
      return { id, state, total: count('done', 'restored', 'kept'), done: count('restored'), failed: count('kept') };
    const [done, failed] = [count('done'), count('failed')];
    return { id, state, total: done + failed + count('waiting'), done, failed };
  }

  async describe(actor: Actor, edit: BulkEdit): Promise<BulkEditResponse> {
    const until = undoDeadline(edit);
    const canUndo = !isUndone(edit) && this.clock.now() <= until;
    return {
      ...(await this.progress(actor, edit)),
      changes: edit.changes,
      startedAt: edit.startedAt.toISOString(),
      finishedAt: edit.finishedAt?.toISOString() ?? null,
      undoUntil: canUndo ? until.toISOString() : null,
      problems: await this.problems(actor, edit),
    };
  }

  private async problems(actor: Actor, edit: BulkEdit): Promise<BulkProblemResponse[]> {
    const rows = await this.transaction.query<{ ticketId: string; number: number; prefix: string; code: string }>(
      PROBLEMS,
      [actor.tenantId, edit.id, isUndone(edit) ? 'kept' : 'failed'],
    );
    return rows.map(({ ticketId, number, prefix, code }) => ({
      ticketId,
      number: formatTicketNumber(prefix, number),
      code,
    }));
  }
}
