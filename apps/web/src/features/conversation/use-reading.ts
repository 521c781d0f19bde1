import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import type { TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useUser } from '../../shared/access/use-session';
import { call } from '../../shared/api/call';
import { firstUnread } from './timeline';

/** Passing through is not reading. */
const SEEN_AFTER_MS = 800;

const isLooking = () => document.visibilityState === 'visible' && document.hasFocus();

function watchLooking(changed: () => void): () => void {
  const events = ['focus', 'blur', 'visibilitychange'] as const;
  for (const event of events) addEventListener(event, changed);
  return () => {
    for (const event of events) removeEventListener(event, changed);
  };
}

interface Reading {
  ticketId: string;
  /** Up to where the server says that it was read. */
  lastReadSeq: number;
  entries: readonly TimelineEntryResponse[];
  /** The newest entry is in sight. */
  atEnd: boolean;
}

/**
 * Tells the server what was seen, and where the unread part begins for whoever comes to the ticket, or back to it. While
 * one reads on, the line stays.
 * @returns the id of the first unread entry, or null
 */
export function useReading({ ticketId, lastReadSeq, entries, atEnd }: Reading): string | null {
  const me = useUser();
  const reading = useSyncExternalStore(watchLooking, isLooking) && atEnd;
  const [line, setLine] = useState<string | null>(null);
  const seen = useRef({ ticketId, seq: lastReadSeq, told: false });
  if (seen.current.ticketId !== ticketId) seen.current = { ticketId, seq: lastReadSeq, told: false };
  // Known better: from the server, or from another tab.
  seen.current.seq = Math.max(seen.current.seq, lastReadSeq);
  const last = entries.at(-1)?.seq ?? 0;

  const draw = useEffectEvent(() => setLine(firstUnread(entries, seen.current.seq, me.id)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: on coming to a ticket or back to it, until what is held is complete
  useLayoutEffect(() => {
    if (reading && !seen.current.told) draw();
  }, [ticketId, lastReadSeq, reading, last]);
  // Left, or hidden behind another ticket: one comes back to it.
  useEffect(() => {
    if (!reading) return;
    return () => {
      seen.current.told = false;
    };
  }, [reading]);

  const tell = useEffectEvent(async () => {
    seen.current.told = true;
    if (last <= seen.current.seq) return;
    const before = seen.current;
    seen.current = { ...before, seq: last };
    await call(conversationEndpoints.read, { params: { id: ticketId }, body: { seq: last } }).catch(() => {
      // Told again with the next entry, or on coming back.
      if (seen.current.ticketId === ticketId) seen.current.seq = before.seq;
    });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new entry is seen in its own time
  useEffect(() => {
    if (!reading) return;
    const timer = setTimeout(() => void tell(), SEEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [reading, last, ticketId]);
  return line;
}
