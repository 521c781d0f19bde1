/** What a reader needs to know of an entry to hold it in order. `seq` is gap-free for its reader. */
export interface NumberedEntry {
  id: string;
  seq: number;
}

/** The part of a timeline its reader holds: always its newest end, without holes, ascending. */
export interface LoadedTimeline<E extends NumberedEntry> {
  items: E[];
  /** There are older entries than the first one. */
  hasOlder: boolean;
}

/** The number to catch up from; 0 when nothing is held. */
export const lastSeqOf = ({ items }: LoadedTimeline<NumberedEntry>): number => items.at(-1)?.seq ?? 0;

/** `hole`: something in between is missing and has to be asked for first. */
export type Appended = 'known' | 'next' | 'hole';

/** What a pushed entry is to what is held already. The server may say things twice, never in a wrong order. */
export function placeOf<E extends NumberedEntry>({ items }: LoadedTimeline<E>, entry: E): Appended {
  const last = items.at(-1)?.seq ?? 0;
  if (entry.seq <= last || items.some(({ id }) => id === entry.id)) return 'known';
  return entry.seq === last + 1 ? 'next' : 'hole';
}

function merged<E extends NumberedEntry>(one: readonly E[], other: readonly E[]): E[] {
  const bySeq = new Map<number, E>();
  for (const entry of [...one, ...other]) bySeq.set(entry.seq, entry);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** Adds newer entries, however they came: pushed, pulled, or both. */
export const withNewer = <E extends NumberedEntry>(
  loaded: LoadedTimeline<E>,
  newer: readonly E[],
): LoadedTimeline<E> => (newer.length === 0 ? loaded : { ...loaded, items: merged(loaded.items, newer) });

/** Adds the page before the first entry held. */
export const withOlder = <E extends NumberedEntry>(
  loaded: LoadedTimeline<E>,
  page: { items: readonly E[]; hasMore: boolean },
): LoadedTimeline<E> => ({ items: merged(page.items, loaded.items), hasOlder: page.hasMore });
