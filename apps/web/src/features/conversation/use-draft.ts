import { draftsEndpoints } from '@baton/contracts/drafts/drafts.endpoints';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { useUser } from '../../shared/access/use-session';
import { call } from '../../shared/api/call';
import { useOnConnect } from '../../shared/realtime/use-socket';
import { draftOf, type Kind } from './draft';

export type { Kind } from './draft';

const KINDS = ['reply', 'note'] as const;

async function lookUp(userId: string, ticketId: string): Promise<void> {
  const asked = KINDS.map((kind) => ({ draft: draftOf(userId, ticketId, kind), kind }));
  const before = asked.map(({ draft }) => draft.get());
  try {
    const { items } = await call(draftsEndpoints.list, { params: { id: ticketId } });
    for (const [index, { draft, kind }] of asked.entries())
      draft.meet(items.find((item) => item.kind === kind) ?? null, before[index]!);
  } catch {
    for (const { draft } of asked) draft.miss();
  }
}

/** Looks up what the server keeps of one's drafts, on coming to a ticket and after a lost connection. */
export function useServerDrafts(ticketId: string): void {
  const { id } = useUser();
  const look = useEffectEvent(() => void lookUp(id, ticketId));
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
