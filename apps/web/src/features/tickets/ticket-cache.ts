import type { TicketListResponse, TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { InfiniteData, Query, QueryClient, QueryKey } from '@tanstack/react-query';
import { ticketKeys } from './tickets.queries';

type Pages = InfiniteData<TicketListResponse>;
type Snapshot = [QueryKey, unknown][];

const inPages = (pages: Pages | undefined, id: string, fields: Partial<TicketResponse>): Pages | undefined => {
  if (!pages?.pages.some(({ items }) => items.some((row) => row.id === id))) return pages;
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map((row) => (row.id === id ? { ...row, ...fields } : row)),
    })),
  };
};

/** Changes a ticket wherever it is shown, under whatever name it was asked for. */
export function patchTicket(client: QueryClient, id: string, fields: Partial<TicketResponse>): void {
  client.setQueriesData<TicketResponse>({ queryKey: ticketKeys.details }, (ticket) =>
    ticket?.id === id ? { ...ticket, ...fields } : ticket,
  );
  client.setQueriesData<Pages>({ queryKey: ticketKeys.lists }, (pages) => inPages(pages, id, fields));
}

/** The server's newest word on a ticket. */
export const storeTicket = (client: QueryClient, ticket: TicketResponse): void =>
  patchTicket(client, ticket.id, ticket);

export const ticketsSnapshot = (client: QueryClient): Snapshot => [
  ...client.getQueriesData({ queryKey: ticketKeys.details }),
  ...client.getQueriesData({ queryKey: ticketKeys.lists }),
];

export function restoreTickets(client: QueryClient, snapshot: Snapshot): void {
  for (const [key, data] of snapshot) client.setQueryData(key, data);
}

/** A ticket whose page was loaded. */
export const knownTicket = (client: QueryClient, id: string): TicketResponse | undefined =>
  client.getQueriesData<TicketResponse>({ queryKey: ticketKeys.details }).find(([, ticket]) => ticket?.id === id)?.[1];

/** The version of a ticket on this page, or null when it is not on it. */
export const knownVersion = (client: QueryClient, id: string): number | null =>
  knownTicket(client, id)?.version ?? null;

const isOf = (ids: ReadonlySet<string>) => (query: Query) =>
  ids.has((query.state.data as { id?: string } | undefined)?.id ?? '');

/** These changed: what is open is asked for again, the rest when it is opened. */
export const renewDetails = (client: QueryClient, ids: ReadonlySet<string>): Promise<void> =>
  client.invalidateQueries({ queryKey: ticketKeys.details, predicate: isOf(ids) });

/** These may no longer be seen: what is open learns so from the server, the rest goes at once. */
export function forgetTickets(client: QueryClient, ids: ReadonlySet<string>): void {
  client.removeQueries({ queryKey: ticketKeys.details, type: 'inactive', predicate: isOf(ids) });
  void renewDetails(client, ids);
}
