import type { Presence } from '@baton/contracts/realtime/events';
import { lastSeqOf, placeOf, withNewer } from '@baton/domain/conversation/loaded-timeline';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useUser } from '../../shared/access/use-session';
import { deskSocket } from '../../shared/realtime/socket';
import { useConnectionState, useSocketEffect, useSocketEvent } from '../../shared/realtime/use-socket';
import { stayInRoom } from './ticket-room';
import { type LoadedTimeline, rewrites } from './timeline';
import { catchUp, patchMessage, timelineKey, timelineQuery } from './timeline.queries';

/** A keystroke is forgotten after this long. */
const TYPING_FADES_MS = 4000;
/** The others hear of it this often at most. */
const TYPING_EVERY_MS = 2000;

export interface Typist {
  userId: string;
  name: string;
  internal: boolean;
}

/** Entries as they are written by others, after joining the ticket's room. */
function useLiveTimeline(ticketId: string): void {
  const client = useQueryClient();
  /** Catches up if, once the timeline is there, `isBehind` says that it lacks something. */
  const check = async (isBehind: (held: LoadedTimeline) => boolean) => {
    const held = await client.ensureQueryData(timelineQuery(client, ticketId)).catch(() => null);
    if (held && isBehind(held)) await catchUp(client, ticketId);
  };
  useSocketEvent('timeline.appended', ({ ticketId: of, entry }) => {
    if (of !== ticketId) return;
    const held = client.getQueryData<LoadedTimeline>(timelineKey(ticketId));
    if (held && placeOf(held, entry) === 'next' && !rewrites(entry))
      client.setQueryData<LoadedTimeline>(timelineKey(ticketId), withNewer(held, [entry]));
    else void check((loaded) => placeOf(loaded, entry) !== 'known');
  });
  useSocketEvent('message.changed', ({ ticketId: of, message }) => {
    if (of === ticketId) patchMessage(client, ticketId, message);
  });
  useSocketEffect(
    (socket) => stayInRoom(socket, ticketId, (seq) => void check((held) => seq > lastSeqOf(held))),
    ticketId,
  );
}

/** The same each time, so that nothing is drawn again for it. */
const NOBODY: Presence[] = [];

function usePresence(ticketId: string): Presence[] {
  const me = useUser();
  const [people, setPeople] = useState(NOBODY);
  useSocketEvent('presence.changed', (event) => {
    if (event.ticketId !== ticketId) return;
    const others = event.people.filter(({ userId }) => userId !== me.id);
    setPeople(others.length > 0 ? others : NOBODY);
  });
  const connected = useConnectionState() === 'connected';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another ticket has other people
  useEffect(() => setPeople(NOBODY), [ticketId]);
  // Who is there cannot be known from afar.
  return connected ? people : NOBODY;
}

const NO_TYPISTS: Typist[] = [];

function useTypists(ticketId: string): Typist[] {
  const me = useUser();
  const [typists, setTypists] = useState(NO_TYPISTS);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const forget = (userId: string) =>
    setTypists((now) =>
      now.some((each) => each.userId === userId) ? now.filter((each) => each.userId !== userId) : now,
    );

  useSocketEvent('ticket.typing', ({ ticketId: of, userId, name, internal }) => {
    if (of !== ticketId || userId === me.id) return;
    clearTimeout(timers.current.get(userId));
    timers.current.set(
      userId,
      setTimeout(() => forget(userId), TYPING_FADES_MS),
    );
    setTypists((now) => [...now.filter((each) => each.userId !== userId), { userId, name, internal }]);
  });
  // Whoever has sent is not typing any more.
  useSocketEvent('timeline.appended', ({ entry }) => entry.actor && forget(entry.actor.id));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another ticket has other people
  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running.values()) clearTimeout(timer);
      setTypists(NO_TYPISTS);
    };
  }, [ticketId]);
  return typists;
}

/** The room of one ticket: its entries as they come, who is there, and who writes. */
export function useConversationRoom(ticketId: string): { people: Presence[]; typists: Typist[] } {
  useLiveTimeline(ticketId);
  const people = usePresence(ticketId);
  const typists = useTypists(ticketId);
  return { people, typists };
}

/** Tells the others that one is typing, now and then. */
export function useTypingSignal(ticketId: string): (internal: boolean) => void {
  const last = useRef(0);
  return (internal) => {
    if (Date.now() - last.current < TYPING_EVERY_MS) return;
    last.current = Date.now();
    // Nobody wants to hear later that somebody was typing.
    void deskSocket().then((socket) => socket.connected && socket.emit('ticket.typing', { ticketId, internal }));
  };
}
