import type { TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import type { LoadedTimeline as Loaded } from '@baton/domain/conversation/loaded-timeline';

/** What this browser holds of a ticket's timeline. */
export type LoadedTimeline = Loaded<TimelineEntryResponse>;

/** Says nothing beyond the head of the ticket, or beyond the claim it belongs to. */
const isSilent = ({ type, data }: TimelineEntryResponse) =>
  (type === 'ticket.created' && !data.onBehalfOf && !data.followUpOf) ||
  (type === 'ticket.status_changed' && data.because === 'claimed');

export const isShown = (entry: TimelineEntryResponse): boolean => !isSilent(entry);

export interface Folded {
  /** Entries behind the fold, held or not. */
  count: number;
  /** Of the last one behind the fold. */
  until: string | null;
  shown: TimelineEntryResponse[];
}

/** Entries of a long conversation that stand open; the rest waits behind one line. */
const KEEP_OPEN = 12;
/** A fold for less is not worth a line. */
const MIN_FOLDED = 3;

/** Folds what is old. @param openFrom the number from which on entries stay open: what was there at first, and all after */
export function fold({ items, hasOlder }: LoadedTimeline, openFrom: number): Folded {
  const shown = items.filter((entry) => isShown(entry) && entry.seq >= openFrom);
  const folded = items.filter((entry) => isShown(entry) && entry.seq < openFrom);
  // Numbers have no gaps: what is not held yet can be counted all the same.
  const before = hasOlder ? (items[0]?.seq ?? 1) - 1 : 0;
  const count = folded.length + before;
  if (count < MIN_FOLDED && !hasOlder) return { count: 0, until: null, shown: [...folded, ...shown] };
  return { count, until: folded.at(-1)?.at ?? items[0]?.at ?? null, shown };
}

/** Where the fold lies when a conversation is opened. */
export const firstOpen = ({ items }: LoadedTimeline): number => items.filter(isShown).at(-KEEP_OPEN)?.seq ?? 0;
