import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useOnConnect, useSocketEvent } from '../../shared/realtime/use-socket';
import { knownVersion } from './ticket-cache';
import { ticketKeys } from './tickets.queries';

/** Changes come in bursts; lists are asked for once per burst. */
const GATHER_MS = 300;

/** Keeps every list, count and open ticket of the page in step with the server, also after a lost connection. */
export function useLiveTickets(): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const wasConnected = useRef(false);

  useSocketEvent('ticket.changed', ({ ticketId, version }) => {
    const known = knownVersion(client, ticketId);
    if (known !== null && known < version) {
      void client.invalidateQueries({
        queryKey: ticketKeys.details,
        predicate: ({ state }) => (state.data as { id?: string } | undefined)?.id === ticketId,
      });
    }
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void client.invalidateQueries({ queryKey: ticketKeys.lists });
      void client.invalidateQueries({ queryKey: ticketKeys.views });
    }, GATHER_MS);
  });
  useOnConnect(() => {
    // What was just loaded for the first time needs no second look.
    if (wasConnected.current) void client.invalidateQueries({ queryKey: ticketKeys.all });
    wasConnected.current = true;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
