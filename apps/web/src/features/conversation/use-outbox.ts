import { useSyncExternalStore } from 'react';
import { useUser } from '../../shared/access/use-session';
import { type Outgoing, outboxOf, watchOutbox } from './outbox';

export function useOutbox(): readonly Outgoing[] {
  const { id } = useUser();
  return useSyncExternalStore(
    (changed) => watchOutbox(id, changed),
    () => outboxOf(id),
  );
}
