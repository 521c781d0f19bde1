import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import type { TicketFilters } from '@baton/contracts/tickets/ticket-filters.dto';
import type { UserActor } from '@baton/domain/permissions/actor';
import { decideKeepView } from '@baton/domain/queue/view-policy';
import { ACTIVE_STATUSES } from '@baton/domain/tickets/ticket-status';
import type { CountedView, TeamCount } from './view-counts.queries.js';

/** A view that belongs to everybody as it is. */
export const presentBuiltIn = (key: string, filters: TicketFilters, count: number): QueueViewResponse => ({
  key,
  name: null,
  count,
  scope: 'built_in',
  id: null,
  teamId: null,
  filters,
  sort: null,
  layout: 'table',
  can: { edit: false },
});

export const presentTeam = ({ id, name, count }: TeamCount): QueueViewResponse => ({
  ...presentBuiltIn(`team:${id}`, { status: [...ACTIVE_STATUSES], team: [id] }, Number(count)),
  name,
  teamId: id,
});

export function presentView(
  actor: UserActor,
  view: CountedView,
  actorTeamIds: readonly string[],
  count: number | null,
): QueueViewResponse {
  const { id, name, teamId, ownerId, filters, sort, layout } = view;
  const scope = view.scope ?? 'everyone';
  const can = { edit: decideKeepView(actor, { scope, ownerId, teamId }, actorTeamIds).allowed };
  return { key: `view:${id}`, name, count, scope, id, teamId, filters, sort, layout, can };
}
