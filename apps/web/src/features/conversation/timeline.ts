import type { MessageResponse, TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import type { LoadedTimeline as Loaded } from '@baton/domain/conversation/loaded-timeline';

/** What this browser holds of a ticket's timeline. */
export type LoadedTimeline = Loaded<TimelineEntryResponse>;

/** The claim, the merge and the rest say these themselves. */
const SAID_ALREADY = ['claimed', 'merged', 'unmerged', 'unsplit'];

/** Which entries say nothing beyond the head of the ticket, the entry they belong to, or the message they changed. */
const SILENT: Record<string, (data: TimelineEntryResponse['data']) => boolean> = {
  'ticket.created': ({ onBehalfOf, followUpOf, splitFrom }) => !onBehalfOf && !followUpOf && !splitFrom,
  'ticket.status_changed': ({ because }) => SAID_ALREADY.includes(String(because)),
  'message.moved': () => true,
  'message.edited': () => true,
  'message.redacted': () => true,
};

const isSilent = ({ type, data }: TimelineEntryResponse) => SILENT[type]?.(data) ?? false;

/** After these, entries that came before read differently. */
const REWRITING = new Set(['message.edited', 'message.redacted', 'ticket.merged', 'ticket.unmerged']);

export const rewrites = ({ type }: TimelineEntryResponse): boolean => REWRITING.has(type);

/** Where the unread part begins. Before the first look everything is new, and no line has to say so. */
export const firstUnread = (entries: readonly TimelineEntryResponse[], readSeq: number, me: string): string | null =>
  (readSeq > 0 && entries.find(({ seq, message }) => seq > readSeq && message && message.author.id !== me)?.id) || null;

/** One's own last message that can still be changed. */
export const lastOwn = (entries: readonly TimelineEntryResponse[], me: string): MessageResponse | null =>
  entries.findLast(({ message }) => message?.author.id === me && !message.redactedAt)?.message ?? null;

/** A message as it reads now, in its place. */
export const withMessage = (loaded: LoadedTimeline, changed: MessageResponse): LoadedTimeline => ({
  ...loaded,
  items: loaded.items.map((entry) =>
    entry.message?.id === changed.id
      ? { ...entry, message: { ...changed, seq: entry.seq, clientId: entry.message.clientId } }
      : entry,
  ),
});

const isShown = (entry: TimelineEntryResponse): boolean => !isSilent(entry);

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
