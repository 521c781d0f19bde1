import type { StartBulkEditDto } from '@baton/contracts/bulk-edits/bulk-edits.dto';
import type { BulkEditResponse } from '@baton/contracts/bulk-edits/bulk-edits.response';
import { LIMITS } from '@baton/contracts/http/limits';
import type { Actor, UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { BulkEditQueries, isUndone, undoDeadline } from './bulk-edit.queries.js';
import { type BulkEdit, BulkEditRepository } from './bulk-edit.repository.js';

/** The job that works on an edit, slice by slice. */
export const BULK_EDIT_JOB = 'bulk_edit';

/** Starting, looking at and undoing edits of many tickets. Each is its author's own affair. */
@Injectable()
export class BulkEditsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly repository: BulkEditRepository,
    private readonly queries: BulkEditQueries,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Which tickets it is about is decided now, whatever they become while it runs. @throws bulk.too_many {max} */
  start(actor: UserActor, { selection, changes }: StartBulkEditDto): Promise<BulkEditResponse> {
    const { ids, filters } = selection;
    if ((ids === undefined) === (filters === undefined))
      throw new AppError('request.invalid', { selection: ['must have either ids or filters'] });
    if (Object.values(changes).every((value) => value === undefined))
      throw new AppError('request.invalid', { changes: ['must change something'] });
    return this.transaction.run(actor, async () => {
      const id = newId();
      const max = LIMITS.bulkTicketsMax;
      await this.repository.insert(actor, id, changes);
      if ((await this.repository.select(actor, id, filters ?? { ids }, max + 1)) > max)
        throw new AppError('bulk.too_many', { max });
      return this.goOn(actor, id);
    });
  }

  get(actor: UserActor, id: string): Promise<BulkEditResponse> {
    return this.transaction.read(actor, async () =>
      this.queries.describe(actor, ownOf(actor, await this.repository.find(actor, id))),
    );
  }

  /** From here on nothing more is changed, and what was goes back. @throws bulk.undo_over, bulk.already_undone */
  undo(actor: UserActor, id: string): Promise<BulkEditResponse> {
    return this.transaction.run(actor, async () => {
      const edit = ownOf(actor, await this.repository.lock(actor, id));
      if (isUndone(edit)) throw new AppError('bulk.already_undone');
      const until = undoDeadline(edit);
      if (this.clock.now() > until) throw new AppError('bulk.undo_over', { until: until.toISOString() });
      await this.repository.move(actor, id, 'undoing');
      return this.goOn(actor, id);
    });
  }

  private async goOn(actor: UserActor, id: string): Promise<BulkEditResponse> {
    await this.queue.enqueue(BULK_EDIT_JOB, { tenantId: actor.tenantId, bulkEditId: id });
    return this.queries.describe(actor, ownOf(actor, await this.repository.find(actor, id)));
  }
}

/** @throws resource.not_found for anybody else's */
function ownOf(actor: Actor, edit: BulkEdit | null): BulkEdit {
  if (edit?.authorId !== actor.userId) throw notFound();
  return edit;
}
