import type { TicketListResponse, TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { InfiniteData, Query, QueryClient, QueryKey } from '@tanstack/react-query';
import { ticketKeys } from './tickets.queries';

type Pages = InfiniteData<TicketListResponse>;

const inPages = (pages: Pages, id: string, fields: Partial<TicketResponse>): Pages => {
  if (!pages.pages.some(({ items }) => items.some((row) => row.id === id))) return pages;
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map((row) => (row.id === id ? { ...row, ...fields } : row)),
    })),
  };
};

/** Unlike `setQueryData`, this does not make an answer look new: what has to be asked for again still has to be. */
function amend<T>(client: QueryClient, queryKey: QueryKey, change: (held: T) => T): void {
  for (const query of client.getQueryCache().findAll({ queryKey })) {
    const held = query.state.data as T | undefined;
    const data = held && change(held);
    if (data !== held) query.setState({ data });
  }
}

/** Changes a ticket wherever it is shown, under whatever name it was asked for. */
export function patchTicket(client: QueryClient, id: string, fields: Partial<TicketResponse>): void {
  amend<TicketResponse>(client, ticketKeys.details, (ticket) => (ticket.id === id ? { ...ticket, ...fields } : ticket));
  amend<Pages>(client, ticketKeys.lists, (pages) => inPages(pages, id, fields));
}

/** The server's word on a ticket, unless a newer one was faster. */
export function storeTicket(client: QueryClient, ticket: TicketResponse): void {
  if (ticket.version < (knownVersion(client, ticket.id) ?? 0)) return;
  client.setQueriesData<TicketResponse>(
    { queryKey: ticketKeys.details, predicate: isOf(new Set([ticket.id])) },
    ticket,
  );
  patchTicket(client, ticket.id, ticket);
}

/** A ticket whose page was loaded. */
export const knownTicket = (client: QueryClient, id: string): TicketResponse | undefined =>
  client.getQueriesData<TicketResponse>({ queryKey: ticketKeys.details }).find(([, ticket]) => ticket?.id === id)?.[1];

const knownRow = (client: QueryClient, id: string) =>
  client
    .getQueriesData<Pages>({ queryKey: ticketKeys.lists })
    .flatMap(([, pages]) => pages?.pages.flatMap(({ items }) => items) ?? [])
    .find((row) => row.id === id);

/**
 * Shows what a change will probably make of a ticket.
 * @returns shows again what was there, but for what has become something else since
 */
export function showGuess(client: QueryClient, id: string, guess: Partial<TicketResponse>): () => void {
  const known = () => (knownTicket(client, id) ?? knownRow(client, id)) as TicketResponse | undefined;
  const before = known();
  patchTicket(client, id, guess);
  return () => {
    const now = known();
    const names = Object.keys(guess) as (keyof TicketResponse)[];
    const still = names.filter((name) => before && now?.[name] === guess[name]);
    patchTicket(client, id, Object.fromEntries(still.map((name) => [name, before?.[name]])));
  };
}

/** The version of a ticket on this page, or null when it is not on it. */
export const knownVersion = (client: QueryClient, id: string): number | null =>
  knownTicket(client, id)?.version ?? null;

/** Of these tickets, under whatever name they were asked for. */
export const isOf = (ids: ReadonlySet<string>) => (query: Query) =>
  ids.has((query.state.data as { id?: string } | undefined)?.id ?? '');

/** These changed: what is open is asked for again, the rest when it is opened. */
export const renewDetails = (client: QueryClient, ids: ReadonlySet<string>): Promise<void> =>
  client.invalidateQueries({ queryKey: ticketKeys.details, predicate: isOf(ids) });

/** These may no longer be seen: what is open learns so from the server, the rest goes at once. */
export function forgetTickets(client: QueryClient, ids: ReadonlySet<string>): void {
  client.removeQueries({ queryKey: ticketKeys.details, type: 'inactive', predicate: isOf(ids) });
  void renewDetails(client, ids);
}
