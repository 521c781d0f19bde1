import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback } from 'react';
import { PrefetchTicket, type TicketName } from '../../features/tickets/use-prefetch-ticket';

const load = () => import('./prefetch-ticket');

/** Lets rows fetch their tickets ahead. The code for it comes with the first of them. */
export function TicketPrefetching({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const prefetch = useCallback(
    (ticket: TicketName) => load().then(({ prefetchTicket }) => prefetchTicket(client, ticket)),
    [client],
  );
  return <PrefetchTicket value={prefetch}>{children}</PrefetchTicket>;
}
