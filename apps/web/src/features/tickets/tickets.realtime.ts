import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useOnConnect, useSocketEvent } from '../../shared/realtime/use-socket';
import { useWake } from '../../shared/realtime/use-wake';
import { catchUpTickets, type Missed } from './catch-up';
import { refreshLists, refreshViews } from './live-lists';
import { forgetTickets, knownVersion, patchTicket, renewDetails } from './ticket-cache';
import { ticketKeys } from './tickets.queries';

/** Changes come in bursts; lists are asked once per burst. */
const GATHER_MS = 300;

/** Hears of each change once, as it happens. @param heard the tickets of a burst */
function useHeard(heard: (ids: string[]) => void): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const ids = useRef(new Set<string>());
  useSocketEvent('ticket.changed', ({ ticketId, version, changed }) => {
    const known = knownVersion(client, ticketId);
    // What its clocks say moves no version, which employees could see.
    if (known !== null && (known < version || changed.includes('sla'))) void renewDetails(client, new Set([ticketId]));
    ids.current.add(ticketId);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      heard([...ids.current]);
      ids.current.clear();
    }, GATHER_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}

/** Catches up after each break, one time after the other: what comes to mind meanwhile is asked afterwards. */
function useCatchUp(missed: (what: Missed) => void): void {
  const client = useQueryClient();
  const state = useRef<'idle' | 'asking' | 'asking, and once more'>('idle');
  const ask = useEffectEvent(async () => {
    if (state.current !== 'idle') {
      state.current = 'asking, and once more';
      return;
    }
    state.current = 'asking';
    // Unreachable: the next connection asks again, from the same place.
    const what = await catchUpTickets(client).catch(() => null);
    const again = what !== null && (state.current as string) === 'asking, and once more';
    state.current = 'idle';
    if (what !== null) missed(what);
    if (again) void ask();
  });
  useOnConnect(() => void ask());
  useWake(() => void ask());
}

/** Timelines are another feature's; it hears which tickets went on and which may no longer be seen. */
export interface TimelineKeeper {
  wentOn: (ticketIds: ReadonlySet<string> | 'all') => void;
  gone: (ticketIds: ReadonlySet<string>) => void;
}

/** Keeps every list, count and ticket in memory in step with the server, also after a sleep or a lost connection. Once per tab. */
export function useLiveTickets({ wentOn, gone }: TimelineKeeper): void {
  const client = useQueryClient();
  const renew = (ids: string[]) => {
    void refreshLists(client, ids);
    refreshViews(client);
  };
  useHeard(renew);
  // Read in this tab or in another one of the same person.
  useSocketEvent('ticket.read', ({ ticketId, seq }) =>
    patchTicket(client, ticketId, { unread: false, lastReadSeq: seq }),
  );
  useCatchUp((what) => {
    if (what === 'everything') {
      wentOn('all');
      void client.invalidateQueries({ queryKey: ticketKeys.all });
      return;
    }
    if (what.length === 0) return;
    const named = (kind: 'changed' | 'removed') =>
      new Set(what.filter((each) => each.kind === kind).map(({ ticketId }) => ticketId));
    const [changed, removed] = [named('changed'), named('removed')];
    wentOn(changed);
    gone(removed);
    void renewDetails(client, changed);
    forgetTickets(client, removed);
    renew([...changed, ...removed]);
  });
}
