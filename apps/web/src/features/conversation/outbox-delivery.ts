import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useUser } from '../../shared/access/use-session';
import { useOnConnect } from '../../shared/realtime/use-socket';
import { useToast } from '../../shared/ui/toast';
import { texts } from './conversation.texts';
import { deliver } from './delivery';
import type { Outgoing } from './outbox';
import { catchUp } from './timeline.queries';
import { useOutbox } from './use-outbox';

const TRY_AGAIN_MS = 5000;

async function renew(client: QueryClient, { ticketId }: Outgoing): Promise<void> {
  await catchUp(client, ticketId);
  void client.invalidateQueries({ queryKey: ['tickets'] });
}

/** Whoever is on another page by now hears that something did not go out. */
function useToastWhenHeldBack(outbox: readonly Outgoing[]): void {
  const toast = useToast();
  const heldBack = outbox.filter(({ state }) => state === 'moved_on' || state === 'refused').at(-1);
  const tell = useEffectEvent((item: Outgoing) => {
    if (!location.pathname.endsWith(`/${item.ticketNumber}`))
      toast({ message: texts.heldBackOn(item.ticketNumber), tone: 'error' });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per message
  useEffect(() => {
    if (heldBack) tell(heldBack);
  }, [heldBack?.clientId]);
}

/** Delivers what waits: at once, when the network or the connection is back, and now and then. One per tab. */
export function OutboxDelivery() {
  const { id } = useUser();
  const client = useQueryClient();
  const outbox = useOutbox();
  const waiting = outbox.filter(({ state }) => state === 'waiting').length;
  useToastWhenHeldBack(outbox);
  const run = useEffectEvent(() => {
    void deliver(id, (item) => renew(client, item));
  });
  useOnConnect(() => run());
  useEffect(() => {
    if (waiting === 0) return;
    run();
    const timer = setInterval(() => run(), TRY_AGAIN_MS);
    const back = () => run();
    addEventListener('online', back);
    return () => {
      clearInterval(timer);
      removeEventListener('online', back);
    };
  }, [waiting]);
  return null;
}
