import { useSyncExternalStore } from 'react';
import { useUser } from '../../shared/access/use-session';
import { useConnectionState } from '../../shared/realtime/use-socket';
import { type Outgoing, outboxOf, watchOutbox } from './outbox';

const HELD_BACK: readonly Outgoing['state'][] = ['moved_on', 'refused'];

export function useOutbox(): readonly Outgoing[] {
  const { id } = useUser();
  return useSyncExternalStore(
    (changed) => watchOutbox(id, changed),
    () => outboxOf(id),
  );
}

/** How many messages signing out would take away: what is held back, and without a connection all that waits. */
export function useUnsent(): number {
  const isConnected = useConnectionState() === 'connected';
  const isLost = ({ state }: Outgoing) => HELD_BACK.includes(state) || (state === 'waiting' && !isConnected);
  return useOutbox().filter(isLost).length;
}
