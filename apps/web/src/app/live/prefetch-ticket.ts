import type { QueryClient } from '@tanstack/react-query';
import { timelineQuery } from '../../features/conversation/timeline.queries';
import { ticketQuery } from '../../features/tickets/tickets.queries';

/** All that the ticket's page asks for. */
export function prefetchTicket(client: QueryClient, { id, number }: { id: string; number: string }): void {
  void client.prefetchQuery(ticketQuery(number));
  void client.prefetchQuery(timelineQuery(client, id));
}
