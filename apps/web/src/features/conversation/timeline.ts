import type { TimelineEntryResponse, TimelineResponse } from '@baton/contracts/conversation/conversation.response';

/** The part of a timeline this browser holds: always its newest end, without holes, ascending. */
export interface LoadedTimeline {
  items: TimelineEntryResponse[];
  /** There are older entries than the first one. */
  hasOlder: boolean;
}

export const lastSeqOf = ({ items }: LoadedTimeline): number => items.at(-1)?.seq ?? 0;

/** `hole`: something in between is missing and has to be asked for first. */
export type Appended = 'known' | 'next' | 'hole';

/** What a pushed entry is to what is held already. The server may say things twice, never in a wrong order. */
export function placeOf({ items }: LoadedTimeline, entry: TimelineEntryResponse): Appended {
  const last = items.at(-1)?.seq ?? 0;
  if (entry.seq <= last || items.some(({ id }) => id === entry.id)) return 'known';
  return entry.seq === last + 1 ? 'next' : 'hole';
}

function merged(
  one: readonly TimelineEntryResponse[],
  other: readonly TimelineEntryResponse[],
): TimelineEntryResponse[] {
  const bySeq = new Map<number, TimelineEntryResponse>();
  for (const entry of [...one, ...other]) bySeq.set(entry.seq, entry);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** Adds newer entries, however they came: pushed, pulled, or both. */
export const withNewer = (loaded: LoadedTimeline, newer: readonly TimelineEntryResponse[]): LoadedTimeline =>
  newer.length === 0 ? loaded : { ...loaded, items: merged(loaded.items, newer) };

/** Adds the page before the first entry held. */
export const withOlder = (loaded: LoadedTimeline, page: TimelineResponse): LoadedTimeline => ({
  items: merged(page.items, loaded.items),
  hasOlder: page.hasMore,
});

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
