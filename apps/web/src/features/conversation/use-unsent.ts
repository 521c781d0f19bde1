import { useOnline } from '../../shared/realtime/use-online';
import { useConnectionState } from '../../shared/realtime/use-socket';
import { allDrafts } from './drafts';
import type { Outgoing } from './outbox';
import { useOutbox } from './use-outbox';

const HELD_BACK: readonly Outgoing['state'][] = ['moved_on', 'refused'];

/** How much signing out would take away: what is held back, and without a connection all that waits or is being written. */
export function useUnsent(): number {
  // A socket notices a network that is gone only after a while.
  const isOnline = useOnline();
  const isConnected = useConnectionState() === 'connected' && isOnline;
  const isLost = ({ state }: Outgoing) => HELD_BACK.includes(state) || (state === 'waiting' && !isConnected);
  const drafts = isConnected ? [] : allDrafts().filter((draft) => draft.isOnlyHere());
  return useOutbox().filter(isLost).length + drafts.length;
}
