import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { beforeSignOut } from '../../shared/access/sign-out';
import { useUser } from '../../shared/access/use-session';
import { callInParting } from '../../shared/api/call-in-parting';
import { useOnConnect } from '../../shared/realtime/use-socket';
import { useToast } from '../../shared/ui/toast';
import { texts } from './conversation.texts';
import { deliver, toMessage } from './delivery';
import { allDrafts } from './drafts';
import { isHeld, isHeldHere, letGo, nextDue } from './hold';
import { isDue, type Outgoing, outboxOf } from './outbox';
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

/** What is let go of is due from then on. */
function letGoOf(userId: string, which: (item: Outgoing) => boolean): Outgoing[] {
  const items = outboxOf(userId).filter(which);
  for (const item of items) letGo(userId, item);
  return items;
}

/**
 * Whoever closes the page has sent. The answer is never heard, so the messages stay in the outbox: the next page sends
 * them again under the same key and learns what became of them.
 */
function useParting(userId: string, deliverAll: () => Promise<unknown>): void {
  const finish = useEffectEvent(async () => {
    // In the other tabs as well: the session ends in them too.
    letGoOf(userId, isHeld);
    await Promise.all([deliverAll(), ...allDrafts().map((draft) => draft.flush())]);
  });
  useEffect(() => {
    const leave = () => {
      for (const item of letGoOf(userId, isHeldHere)) callInParting(conversationEndpoints.send, toMessage(item));
      for (const draft of allDrafts()) draft.part();
    };
    const stay = beforeSignOut(() => finish());
    addEventListener('pagehide', leave);
    return () => {
      stay();
      removeEventListener('pagehide', leave);
    };
  }, [userId]);
}

/** Delivers what is due: at once, when the network or the connection is back, and now and then. One per tab. */
export function OutboxDelivery() {
  const { id } = useUser();
  const client = useQueryClient();
  const outbox = useOutbox();
  const waiting = outbox.filter((item) => isDue(item, Date.now())).length;
  const due = nextDue(outbox);
  useToastWhenHeldBack(outbox);
  const deliverAll = () => deliver(id, (item) => renew(client, item));
  const run = useEffectEvent(() => void deliverAll());
  useParting(id, deliverAll);
  useOnConnect(() => run());
  useEffect(() => {
    if (due === null) return;
    const timer = setTimeout(() => letGoOf(id, ({ heldUntil }) => heldUntil === due), due - Date.now());
    return () => clearTimeout(timer);
  }, [id, due]);
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
