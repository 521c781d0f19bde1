import { systemActor, type UserActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { toAppError } from '../../platform/http/error.filter.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { Log } from '../../platform/log/log.token.js';
import { rooms } from '../../platform/realtime/realtime.js';
import { RealtimeHub } from '../../platform/realtime/realtime-hub.js';
import { BulkApplyService } from './bulk-apply.service.js';
import { BulkEditQueries } from './bulk-edit.queries.js';
import { type BulkEdit, BulkEditRepository } from './bulk-edit.repository.js';
import { BULK_EDIT_JOB } from './bulk-edits.service.js';
import { BulkRestoreService } from './bulk-restore.service.js';

/** After so long other jobs get their turn, and a process that wants to stop may. */
const SLICE_MS = 2000;
/** How many tickets are taken up at once; the author's rights are looked up anew for each batch. */
const BATCH = 25;
/** How often the author hears how far it is. */
const REPORT_MS = 500;

/** Phase → the items it works on, and the state it ends in. */
const PHASES = { running: { item: 'waiting', end: 'done' }, undoing: { item: 'done', end: 'undone' } } as const;

/** Works on edits of many tickets: a ticket at a time, each in a transaction of its own, and each once. */
@Injectable()
export class BulkEditsJobs implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly transaction: TenantTransaction,
    private readonly repository: BulkEditRepository,
    private readonly queries: BulkEditQueries,
    private readonly applying: BulkApplyService,
    private readonly restoring: BulkRestoreService,
    private readonly hub: RealtimeHub,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.queue.handle(BULK_EDIT_JOB, ({ tenantId, bulkEditId }) => this.slice(tenantId, String(bulkEditId)));
  }

  /** Works for a while; what is left is a job of its own. A killed slice is a job that is done again. */
  private async slice(tenantId: TenantId, id: string): Promise<void> {
    const actor = systemActor(tenantId);
    const start = performance.now();
    let reported = start;
    while (performance.now() - start < SLICE_MS) {
      const hasMore = await this.batch(tenantId, id);
      if (!hasMore || performance.now() - reported > REPORT_MS) {
        await this.report(tenantId, id);
        reported = performance.now();
      }
      if (!hasMore) return;
    }
    await this.transaction.run(actor, () => this.queue.enqueue(BULK_EDIT_JOB, { tenantId, bulkEditId: id }));
  }

  /** @returns false when there was nothing left to do */
  private async batch(tenantId: TenantId, id: string): Promise<boolean> {
    const actor = systemActor(tenantId);
    const edit = await this.transaction.run(actor, () => this.repository.find(actor, id));
    if (!edit || !(edit.state in PHASES)) return false;
    const state = edit.state as keyof typeof PHASES;
    const tickets = await this.transaction.run(actor, () => this.repository.next(actor, id, PHASES[state].item, BATCH));
    if (tickets.length === 0) await this.finish(tenantId, id, state);
    else if (state === 'running') await this.applyAll(tenantId, edit, tickets);
    else await this.restoreAll(tenantId, edit, tickets);
    return tickets.length > 0;
  }

  private async applyAll(tenantId: TenantId, edit: BulkEdit, tickets: readonly string[]): Promise<void> {
    const author = await this.applying.author(tenantId, edit);
    for (const ticketId of tickets)
      if (author) await this.applyTo(author, edit, ticketId);
      else await this.applying.refuse(tenantId, edit, ticketId, 'access.forbidden');
  }

  private async restoreAll(tenantId: TenantId, edit: BulkEdit, tickets: readonly string[]): Promise<void> {
    const author = await this.applying.author(tenantId, edit);
    for (const ticketId of tickets) await this.restoring.restore(tenantId, author, edit, ticketId);
  }

  private async applyTo(author: UserActor, edit: BulkEdit, ticketId: string): Promise<void> {
    try {
      await this.applying.apply(author, edit, ticketId);
    } catch (error) {
      const { code } = toAppError(error);
      // The whole job is tried again later: what was done stays done.
      if (code === 'server.unavailable') throw error;
      if (code === 'server.internal') this.log.error({ err: error, ticketId }, 'a ticket of a bulk edit failed');
      await this.applying.refuse(author.tenantId, edit, ticketId, code);
    }
  }

  /** Unless somebody began to undo it meanwhile. */
  private finish(tenantId: TenantId, id: string, state: keyof typeof PHASES): Promise<void> {
    const actor = systemActor(tenantId);
    return this.transaction.run(actor, async () => {
      const edit = await this.repository.lock(actor, id);
      if (edit?.state === state) await this.repository.move(actor, id, PHASES[state].end);
    });
  }

  private async report(tenantId: TenantId, id: string): Promise<void> {
    const actor = systemActor(tenantId);
    await this.transaction.run(actor, async () => {
      const edit = await this.repository.find(actor, id);
      if (!edit) return;
      const progress = await this.queries.progress(actor, edit);
      this.hub.send(rooms.user(edit.authorId), 'bulk_edit.progressed', progress);
    });
  }
}
