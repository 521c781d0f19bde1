import type { QueueViewResponse, QueueViewsResponse } from '@baton/contracts/queue/queue.response';
import type { TicketFilters } from '@baton/contracts/tickets/ticket-filters.dto';
import type { UserActor } from '@baton/domain/permissions/actor';
import { BUILT_IN_VIEWS } from '@baton/domain/queue/views';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { TicketSummaryQueries } from '../tickets/ticket-summary.queries.js';
import { FOLD_VIEW_COUNTS } from './queue.jobs.js';
import { presentBuiltIn, presentTeam, presentView } from './queue.presenter.js';
import { type CountedView, type Reader, ViewCountsQueries } from './view-counts.queries.js';

const MANY_APPENDED = 2000;

/** The queue's views, each with the number of tickets that the same filters list for the reader. */
@Injectable()
export class QueueViewsQueries {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly counts: ViewCountsQueries,
    private readonly tickets: TicketSummaryQueries,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  list(actor: UserActor): Promise<QueueViewsResponse> {
    return this.transaction.read(actor, async () => {
      // Asked together: the answers come in one round trip.
      const [reader, views, teams] = await Promise.all([
        this.counts.reader(actor, this.clock.now()),
        this.counts.views(actor),
        this.counts.teams(actor),
      ]);
      const saved = views.filter(({ key }) => key === null);
      const [builtIn, savedCounts] = await Promise.all([
        this.builtIn(actor, views, reader),
        Promise.all(saved.map((view) => this.countOf(actor, view))),
        this.keepShort(actor, views),
      ]);
      const presented = saved.map((view, index) =>
        presentView(actor, view, reader.teamIds, savedCounts[index] ?? null),
      );
      return { items: [...builtIn, ...teams.map(presentTeam), ...presented] };
    });
  }

  /** A saved one, within the open transaction. */
  async get(actor: UserActor, id: string): Promise<QueueViewResponse> {
    const { teamIds } = await this.counts.reader(actor, this.clock.now());
    const [view] = await this.counts.views(actor, id);
    return presentView(actor, view!, teamIds, await this.countOf(actor, view!));
  }

  /** What changes append is folded every minute; after many of them it is high time. */
  private async keepShort({ tenantId }: UserActor, views: CountedView[]): Promise<void> {
    const appended = views.reduce((sum, { appended }) => sum + Number(appended), 0);
    if (appended <= MANY_APPENDED) return;
    await this.transaction.run({ tenantId }, () =>
      this.jobs.enqueue(FOLD_VIEW_COUNTS, { tenantId }, 1, `fold:${tenantId}`),
    );
  }

  private async builtIn(actor: UserActor, views: CountedView[], reader: Reader): Promise<QueueViewResponse[]> {
    const kept = new Map(views.map((view) => [view.key, view]));
    const today = await this.resolvedToday(actor, reader);
    return BUILT_IN_VIEWS.map((key) => {
      const view = kept.get(key);
      return view ? presentBuiltIn(key, view.filters, Number(view.count)) : today;
    });
  }

  /** Another one every day and in every time zone, so its few tickets are counted when asked for. */
  private async resolvedToday(actor: UserActor, { startOfDay }: Reader): Promise<QueueViewResponse> {
    const filters: TicketFilters = { status: ['resolved', 'closed'], resolvedAfter: startOfDay.toISOString() };
    return presentBuiltIn('resolved_today', filters, await this.tickets.count(actor, filters));
  }

  /** Until its kept count has begun, a view is counted ticket by ticket. */
  private async countOf(actor: UserActor, { filters, counted, count }: CountedView): Promise<number | null> {
    if (filters.q !== undefined) return null;
    return counted ? Number(count) : this.tickets.count(actor, filters);
  }
}
