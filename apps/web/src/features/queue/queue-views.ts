import type { ListTicketsQuery } from '@baton/contracts/tickets/tickets.dto';
import { ACTIVE_STATUSES, type TicketStatus } from '@baton/domain/tickets/ticket-status';

export type QueueFilters = Omit<ListTicketsQuery, 'cursor' | 'limit'>;

export const BUILT_IN_VIEWS = ['mine', 'unassigned', 'open', 'waiting', 'resolved_today'] as const;
export type BuiltInView = (typeof BUILT_IN_VIEWS)[number];

export const DEFAULT_VIEW: BuiltInView = 'open';

const TEAM = 'team:';
export const teamOf = (view: string): string | null => (view.startsWith(TEAM) ? view.slice(TEAM.length) : null);

/** Milliseconds the zone is ahead of UTC at an instant. */
function offsetMs(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return (
    Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second')) -
    Math.floor(instant / 1000) * 1000
  );
}

/** When the day began where the reader is, also on days of 23 or 25 hours. */
export function startOfDay(now: Date, timeZone: string): Date {
  const local = now.getTime() + offsetMs(now.getTime(), timeZone);
  const midnight = Math.floor(local / 86_400_000) * 86_400_000;
  const guess = midnight - offsetMs(now.getTime(), timeZone);
  return new Date(midnight - offsetMs(guess, timeZone));
}

const ACTIVE: TicketStatus[] = [...ACTIVE_STATUSES];

/** View → the tickets it counts, in the words of the list's query. */
export function viewFilters(view: string, now: Date, timeZone: string): QueueFilters {
  const team = teamOf(view);
  if (team) return { status: ACTIVE, team: [team] };
  switch (view as BuiltInView) {
    case 'mine':
      return { status: ACTIVE, assignee: ['me'] };
    case 'unassigned':
      return { status: ACTIVE, assignee: ['none'] };
    case 'waiting':
      return { status: ['waiting'] };
    case 'resolved_today':
      return { status: ['resolved', 'closed'], resolvedAfter: startOfDay(now, timeZone).toISOString() };
    default:
      return { status: ACTIVE };
  }
}
