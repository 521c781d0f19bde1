import { categoriesEndpoints } from '@baton/contracts/categories/categories.endpoints';
import { customFieldsEndpoints } from '@baton/contracts/custom-fields/custom-fields.endpoints';
import type { QueryOf } from '@baton/contracts/http/endpoint';
import { queueEndpoints } from '@baton/contracts/queue/queue.endpoints';
import { teamsEndpoints } from '@baton/contracts/teams/teams.endpoints';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { kept } from '../../shared/api/keep-queries';

export type TicketFilters = Omit<QueryOf<typeof ticketsEndpoints.list>, 'cursor'>;

/** Everything about tickets lies below `['tickets']`, so that one word renews it all after a reconnect. */
export const ticketKeys = {
  all: ['tickets'] as const,
  lists: ['tickets', 'list'] as const,
  views: ['tickets', 'views'] as const,
  details: ['tickets', 'detail'] as const,
};

const PAGE = 50;

/** One page of a list, as it is asked for. */
export const listPage = (filters: TicketFilters, cursor?: string) => ({ limit: PAGE, ...filters, cursor });

/** A list that grows page by page. */
export const ticketListQuery = (filters: TicketFilters) =>
  infiniteQueryOptions({
    queryKey: [...ticketKeys.lists, filters],
    queryFn: ({ pageParam, signal }) => call(ticketsEndpoints.list, { query: listPage(filters, pageParam), signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    ...kept('lists', 12),
  });

/**
 * The same, kept in step ticket by ticket (`refreshLists`), so that it need not be loaded again while it is looked at.
 * @param steady what becomes of tickets that are new to it: `hold` until they are asked for, or `insert` in order
 */
export const steadyListQuery = (filters: TicketFilters, steady: 'hold' | 'insert') => {
  const list = ticketListQuery(filters);
  return { ...list, meta: { ...list.meta, steady }, refetchOnWindowFocus: false };
};

/** Exactly how many tickets these filters find. */
export const ticketCountQuery = (filters: TicketFilters) =>
  queryOptions({
    queryKey: [...ticketKeys.views, 'count', filters],
    queryFn: async ({ signal }) =>
      (await call(ticketsEndpoints.list, { query: { ...filters, count: true, limit: 1 }, signal })).total ?? 0,
    placeholderData: keepPreviousData,
  });

/** @param ref id or number */
export const ticketQuery = (ref: string) =>
  queryOptions({
    queryKey: [...ticketKeys.details, ref],
    queryFn: ({ signal }) => call(ticketsEndpoints.get, { params: { id: ref }, signal }),
    ...kept('tickets', 200),
  });

export const queueViewsQuery = queryOptions({
  queryKey: ticketKeys.views,
  queryFn: () => call(queueEndpoints.views),
  ...kept('views'),
});

const RARELY_CHANGES = { staleTime: 5 * 60_000 };

export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: () => call(categoriesEndpoints.list),
  ...RARELY_CHANGES,
  ...kept('categories'),
});

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: () => call(teamsEndpoints.list),
  ...RARELY_CHANGES,
  ...kept('teams'),
});

/** The organization's own fields of tickets, archived ones included. */
export const customFieldsQuery = queryOptions({
  queryKey: ['custom-fields'],
  queryFn: () => call(customFieldsEndpoints.list),
  ...RARELY_CHANGES,
});

/** Those a ticket can be given to. */
export const workersQuery = queryOptions({
  queryKey: ['users', 'workers'],
  queryFn: () =>
    call(usersEndpoints.list, { query: { role: ['coordinator', 'admin'], status: ['approved'], limit: 100 } }),
  ...RARELY_CHANGES,
  ...kept('workers'),
});

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['users', 'one', id],
    queryFn: () => call(usersEndpoints.get, { params: { id } }),
    ...RARELY_CHANGES,
    ...kept('people', 100),
  });
