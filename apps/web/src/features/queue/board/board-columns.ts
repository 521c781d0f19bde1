import { type TicketStatus, TRANSITIONS } from '@baton/domain/tickets/ticket-status';
import { startOfDay } from '../../../shared/time/zone-day';
import { isSaved, type QueueFilters } from '../queue-views';

export interface BoardColumn {
  status: TicketStatus;
  filters: QueueFilters;
  /** Only what was resolved today: the rest is history, not work. */
  today: boolean;
}

const USUAL: readonly TicketStatus[] = ['new', 'open', 'in_progress', 'waiting', 'resolved'];

/** The statuses that somebody asked for by name; null when the view speaks of work as such. */
function namedStatuses(view: string | null, own: QueueFilters, changed: QueueFilters): readonly TicketStatus[] | null {
  const named = changed.status ?? (view !== null && isSaved(view) ? own.status : undefined);
  return named && named.length > 0 ? named : null;
}

interface Options {
  view: string | null;
  /** Of the view. */
  base: QueueFilters;
  /** In place of the view's. */
  changed: QueueFilters;
  now: Date;
  timeZone: string;
}

/**
 * A view by status. Built-in views show the whole way of a ticket, so that it can be moved along; a view that names
 * statuses shows these.
 */
export function boardColumns({ view, base, changed, now, timeZone }: Options): BoardColumn[] {
  const named = namedStatuses(view, base, changed);
  const { status: _statuses, resolvedAfter, ...rest } = { ...base, ...changed };
  if (named) {
    const all = resolvedAfter ? { ...rest, resolvedAfter } : rest;
    return named.map((status) => ({ status, filters: { ...all, status: [status] }, today: false }));
  }
  const today = startOfDay(now, timeZone).toISOString();
  return USUAL.map((status) => ({
    status,
    filters: { ...rest, status: [status], ...(status === 'resolved' ? { resolvedAfter: today } : {}) },
    today: status === 'resolved',
  }));
}

/** Why a card may not go there: nothing leads there, or only the requester's own step does. */
export const refusalOf = (from: TicketStatus, to: TicketStatus): 'not_from' | 'requester' =>
  TRANSITIONS[from][to] ? 'requester' : 'not_from';
