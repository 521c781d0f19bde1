import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor, systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { ViewEntity } from './view.entity.js';
import { ViewRepository } from './view.repository.js';
import { ViewCountsRepository } from './view-counts.repository.js';

const PAUSE_MS = 20;
const PATIENCE_MS = 10_000;

const SUPERSEDED = new Error('The filters changed while they were counted');

/** Begins and keeps up the counts of saved views. */
@Injectable()
export class ViewCountingService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly views: ViewRepository,
    private readonly counts: ViewCountsRepository,
  ) {}

  /** Takes what changes have appended into the counts, a part at a time. */
  async fold(tenantId: TenantId): Promise<void> {
    const actor = systemActor(tenantId);
    const part = () =>
      this.transaction.run(actor, async () => {
        await this.counts.lock(actor);
        return this.counts.fold(actor);
      });
    while (await part());
  }

  /** What has been left: long deltas, and views whose own job never came through. */
  async keepUp(tenantId: TenantId): Promise<void> {
    const actor = systemActor(tenantId);
    const hasMuch = await this.transaction.read(actor, () => this.counts.hasMuchToFold(actor));
    if (hasMuch) await this.fold(tenantId);
    const uncounted = await this.transaction.read(actor, () => this.views.uncounted(actor));
    for (const viewId of uncounted) await this.begin(tenantId, viewId);
  }

  /**
   * Counts a view's tickets once, without holding up anybody who writes one. When its filters change meanwhile, that
   * change has its own count coming. @throws when an older transaction does not end: to be tried again
   */
  async begin(tenantId: TenantId, viewId: string): Promise<void> {
    const actor = systemActor(tenantId);
    // Looked at first: what is waited for are writers that do not know these very filters.
    const view = await this.transaction.run(actor, () => this.views.find(actor, viewId));
    if (!view || view.counted) return;
    await this.untilAllKnowIt(actor);
    await this.count(actor, view).catch((error) => {
      if (error !== SUPERSEDED) throw error;
    });
  }

  private count(actor: Actor, { id, revision }: ViewEntity): Promise<void> {
    return this.transaction.run(actor, async () => {
      await this.counts.lock(actor);
      // Thrown, so that nothing of it is kept.
      if (!(await this.counts.count(actor, id, revision))) throw SUPERSEDED;
    });
  }

  /** Who began to write before the view was there has not appended for it; once they are done, their tickets are counted. */
  private async untilAllKnowIt(actor: Actor): Promise<void> {
    const point = await this.transaction.run(actor, () => this.counts.now());
    for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
      if (await this.transaction.run(actor, () => this.counts.hasPassed(point))) return;
      await sleep(PAUSE_MS);
    }
    throw new Error('Transactions from before the view was made are still running');
  }
}
