import type { CreateViewDto, UpdateViewDto } from '@baton/contracts/queue/queue.dto';
import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { decideKeepView, hasView, type ViewFacts } from '@baton/domain/queue/view-policy';
import { PERSONAL_VIEWS_MAX } from '@baton/domain/queue/views';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { changesOf } from '../../platform/events/changes-of.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError, enforce, notFound } from '../../platform/http/app-error.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { TeamQueries } from '../teams/team.queries.js';
import { COUNT_VIEW } from './queue.jobs.js';
import { QueueViewsQueries } from './queue-views.queries.js';
import type { ViewEntity } from './view.entity.js';
import { ViewRepository } from './view.repository.js';
import { ViewCountsRepository } from './view-counts.repository.js';

/** Saving views: one's own, a team's, and those of everyone. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly views: ViewRepository,
    private readonly counts: ViewCountsRepository,
    private readonly queries: QueueViewsQueries,
    private readonly teams: TeamQueries,
    private readonly events: EventRecorder,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** @throws access.forbidden, request.invalid, resource.not_found for an unknown team, view.too_many */
  create(actor: UserActor, { name, scope, teamId = null, filters, sort = null, layout = 'table' }: CreateViewDto) {
    return this.transaction.run(actor, async () => {
      const { tenantId } = actor;
      const facts = { scope, teamId, ownerId: ownerOf(actor, scope) };
      await this.requirePlace(actor, facts);
      const id = newId();
      const state = { key: null, counted: false, revision: 1, createdAt: this.clock.now() };
      await this.views.insert({ tenantId, id, ...facts, name, filters, sort, layout, ...state });
      await this.events.record(actor, {
        type: 'view.created',
        subjectId: id,
        data: { after: { ...facts, name, filters } },
      });
      return this.counting(actor, id);
    });
  }

  /** @throws like `create` */
  update(actor: UserActor, id: string, wanted: UpdateViewDto): Promise<QueueViewResponse> {
    return this.transaction.run(actor, async () => {
      const view = await this.keepable(actor, id);
      const changes = changesOf<ViewEntity>(view, withOwner(actor, view, wanted));
      if (!changes) return this.queries.get(actor, id);
      const changed = { ...view, ...changes.after };
      if ('scope' in changes.after || 'teamId' in changes.after) await this.requirePlace(actor, factsOf(changed));
      await this.events.record(actor, { type: 'view.changed', subjectId: id, data: { ...changes } });
      if (!('filters' in changes.after)) {
        await this.views.update(changed);
        return this.queries.get(actor, id);
      }
      await this.views.update({ ...changed, counted: false, revision: view.revision + 1 });
      return this.counting(actor, id);
    });
  }

  /** @throws access.forbidden, resource.not_found */
  remove(actor: UserActor, id: string): Promise<void> {
    return this.transaction.run(actor, async () => {
      // First: whoever folds holds the counts, then looks at the view.
      await this.counts.lock(actor);
      const view = await this.keepable(actor, id);
      await this.views.delete(view);
      const before = { ...factsOf(view), name: view.name, filters: view.filters };
      await this.events.record(actor, { type: 'view.deleted', subjectId: id, data: { before } });
    });
  }

  private async counting(actor: UserActor, viewId: string): Promise<QueueViewResponse> {
    const view = await this.queries.get(actor, viewId);
    if (view.filters.q === undefined) await this.jobs.enqueue(COUNT_VIEW, { tenantId: actor.tenantId, viewId });
    return view;
  }

  /** Hidden views are missing; those one only looks at are not one's to change. */
  private async keepable(actor: UserActor, id: string): Promise<ViewEntity> {
    const view = await this.views.lock(actor, id);
    if (!view) throw notFound();
    const teamIds = await this.teams.ofUser(actor, actor.userId);
    const decision = decideKeepView(actor, factsOf(view), teamIds);
    if (!decision.allowed && !hasView(actor, factsOf(view), teamIds)) throw notFound();
    enforce(decision);
    return view;
  }

  private async requirePlace(actor: UserActor, facts: ViewFacts): Promise<void> {
    const { scope, teamId } = facts;
    if ((scope === 'team') !== (teamId !== null))
      throw new AppError('request.invalid', {
        teamId: ['must name the team of a view of the scope team, and of no other'],
      });
    enforce(decideKeepView(actor, facts, await this.teams.ofUser(actor, actor.userId)));
    if (teamId !== null && !(await this.teams.get(actor, teamId))) throw notFound();
    if (scope === 'personal' && (await this.views.countPersonal(actor)) >= PERSONAL_VIEWS_MAX)
      throw new AppError('view.too_many', { max: PERSONAL_VIEWS_MAX });
  }
}

const ownerOf = (actor: UserActor, scope: ViewFacts['scope']): string | null =>
  scope === 'personal' ? actor.userId : null;

const factsOf = ({ scope, ownerId, teamId }: ViewEntity): ViewFacts => ({
  scope: scope ?? 'everyone',
  ownerId,
  teamId,
});

/** A view that changes hands leaves its team or its owner. */
function withOwner(actor: UserActor, view: ViewEntity, wanted: UpdateViewDto): Partial<ViewEntity> {
  const scope = wanted.scope ?? factsOf(view).scope;
  const teamId = wanted.teamId === undefined && scope !== 'team' ? null : wanted.teamId;
  return { ...wanted, teamId, ownerId: ownerOf(actor, scope) };
}
