import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import type { ListTicketsQuery } from '@baton/contracts/tickets/tickets.dto';
import type { BuiltInView, ViewLayout } from '@baton/domain/queue/views';
import { ACTIVE_STATUSES, type TicketStatus } from '@baton/domain/tickets/ticket-status';
import { startOfDay } from '../../shared/time/zone-day';

export type QueueFilters = Omit<ListTicketsQuery, 'cursor' | 'limit' | 'ids' | 'count'>;

export const DEFAULT_VIEW: BuiltInView = 'open';

const TEAM = 'team:';
const SAVED = 'view:';
export const teamOf = (view: string): string | null => (view.startsWith(TEAM) && view.slice(TEAM.length)) || null;
export const isSaved = (view: string): boolean => view.startsWith(SAVED);

const ACTIVE: TicketStatus[] = [...ACTIVE_STATUSES];

/** The views every organization has → their tickets, in the words of the list's query. */
const BUILT_IN: Record<BuiltInView, (now: Date, timeZone: string) => QueueFilters> = {
  mine: () => ({ status: ACTIVE, assignee: ['me'] }),
  unassigned: () => ({ status: ACTIVE, assignee: ['none'] }),
  overdue: () => ({ overdue: true }),
  open: () => ({ status: ACTIVE }),
  waiting: () => ({ status: ['waiting'] }),
  resolved_today: (now, timeZone) => ({
    status: ['resolved', 'closed'],
    resolvedAfter: startOfDay(now, timeZone).toISOString(),
  }),
};

/** Whether such a view can be: one of every organization, of a team, or a saved one. */
export const isView = (view: string): boolean =>
  Object.hasOwn(BUILT_IN, view) || teamOf(view) !== null || isSaved(view);

/** What a saved view says of itself: its filters and its order. */
export const ownFilters = ({ filters, sort }: Pick<QueueViewResponse, 'filters' | 'sort'>): QueueFilters => ({
  ...filters,
  ...(sort ? { sort } : {}),
});

/** What a view keeps of what is shown. A moment in the past is for looking back, not for a queue. */
export function savedFilters({ sort, openAt: _moment, ...filters }: QueueFilters, layout: ViewLayout) {
  return { filters, sort: sort ?? null, layout };
}

/**
 * View → the tickets it counts. What every organization has is known without asking, so that the list can load beside
 * the views.
 * @returns null for a saved view that is not known yet
 */
export function viewFilters(
  view: string,
  known: readonly QueueViewResponse[],
  now: Date,
  timeZone: string,
): QueueFilters | null {
  const team = teamOf(view);
  if (team) return { status: ACTIVE, team: [team] };
  if (!isSaved(view)) return BUILT_IN[view as BuiltInView](now, timeZone);
  const saved = known.find(({ key }) => key === view);
  return saved ? ownFilters(saved) : null;
}
