import type { QueryClient } from '@tanstack/react-query';
import { timelineQuery } from '../../features/conversation/timeline.queries';
import { ticketQuery } from '../../features/tickets/tickets.queries';
import type { TicketName } from '../../features/tickets/use-prefetch-ticket';

/** All that the ticket's page asks for. Settles once it is there, or cannot be had. */
export const prefetchTicket = (client: QueryClient, { id, number }: TicketName): Promise<unknown> =>
  Promise.all([client.prefetchQuery(ticketQuery(number)), client.prefetchQuery(timelineQuery(client, id))]);
