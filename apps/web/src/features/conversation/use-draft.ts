import { draftsEndpoints } from '@baton/contracts/drafts/drafts.endpoints';
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import { useUser } from '../../shared/access/use-session';
import { call } from '../../shared/api/call';
import { useOnConnect } from '../../shared/realtime/use-socket';
import { afterPaint } from '../../shared/ui/after-paint';
import type { Kind } from './draft';
import { draftOf } from './drafts';

export type { Kind } from './draft';

const FRESH_MS = 2000;

const KINDS = ['reply', 'note'] as const;

/** @returns whether the server could be asked */
async function lookUp(userId: string, ticketId: string): Promise<boolean> {
  const asked = KINDS.map((kind) => ({ draft: draftOf(userId, ticketId, kind), kind }));
  const before = asked.map(({ draft }) => draft.get());
  try {
    const { items } = await call(draftsEndpoints.list, { params: { id: ticketId } });
    for (const [index, { draft, kind }] of asked.entries())
      draft.meet(items.find((item) => item.kind === kind) ?? null, before[index]!);
    return true;
  } catch {
    for (const { draft } of asked) draft.miss();
    return false;
  }
}

/** Looks up what the server keeps of one's drafts, on coming to a ticket and after a lost connection. */
export function useServerDrafts(ticketId: string): void {
  const { id } = useUser();
  const last = useRef({ ticketId: '', at: 0 });
  const look = useEffectEvent(() => {
    // The connection is usually there a moment after the ticket.
    if (last.current.ticketId === ticketId && Date.now() - last.current.at < FRESH_MS) return;
    last.current = { ticketId, at: Date.now() };
    // The ticket itself is seen first.
    afterPaint(() =>
      lookUp(id, ticketId).then((known) => {
        if (!known) last.current.at = 0;
      }),
    );
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another ticket has other drafts
  useEffect(() => look(), [ticketId]);
  useOnConnect(() => look(), ticketId);
}

/** Text that is being written, under its ticket, writer and kind. */
export function useDraft(ticketId: string, kind: Kind) {
  const { id } = useUser();
  const draft = draftOf(id, ticketId, kind);
  const state = useSyncExternalStore(draft.subscribe, draft.get);
  return { draft, ...state };
}
