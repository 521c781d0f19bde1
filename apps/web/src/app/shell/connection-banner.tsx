import { useMutationState } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useOutbox } from '../../features/conversation/use-outbox';
import { useOnline } from '../../shared/realtime/use-online';
import { useConnectionState } from '../../shared/realtime/use-socket';
import { OfflineBanner } from '../../shared/ui/offline-banner';
import { texts } from './shell.texts';

/** A short break is nobody's business. */
const PATIENCE_MS = 4000;

export function ConnectionBanner() {
  const online = useOnline();
  const broken = useConnectionState() === 'disconnected';
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!broken) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [broken]);
  const waiting = useOutbox().filter(({ state }) => state === 'waiting').length;
  const changes = useMutationState({ filters: { predicate: ({ state }) => state.isPaused } }).length;
  const kept = [waiting > 0 && texts.offlineKept(waiting), changes > 0 && texts.offlineChanges(changes)].filter(
    Boolean,
  );
  if (!online) return <OfflineBanner title={texts.offline} text={kept.join(' ') || texts.offlineMore} />;
  return lasting ? <OfflineBanner title={texts.reconnecting} text={texts.reconnectingMore} /> : null;
}
