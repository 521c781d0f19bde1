import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import type { TicketListResponse } from '@baton/contracts/tickets/tickets.response';
import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { type Pages, refreshRows } from './refresh-rows';
import { type TicketFilters, ticketKeys } from './tickets.queries';

/** So many ids one request may name. */
const MOST_IDS = 100;
/** When more changed at once, such as by an edit of a whole view, the list is asked for again. */
const MOST_REQUESTS = 3;

/** Tickets that belong into a list and wait to be shown, because showing them would move what is being read. */
export const arrivedKey = (filters: TicketFilters) => [...ticketKeys.all, 'arrived', filters] as const;

const filtersOf = (query: Query): TicketFilters => query.queryKey[ticketKeys.lists.length] as TicketFilters;

async function refreshSteady(client: QueryClient, query: Query, ids: readonly string[]): Promise<void> {
  const filters = filtersOf(query);
  const { items } = await call(ticketsEndpoints.list, { query: { ...filters, ids: [...ids], limit: MOST_IDS } });
  // A page on its way would put back the rows as they were when it set off.
  await query.promise?.catch(() => undefined);
  const asked = new Set(ids);
  const before = query.state.data as Pages | undefined;
  // Gone from memory meanwhile, such as with the person it was for.
  if (!before || client.getQueryCache().get(query.queryHash) !== query) return;
  const { pages, arrived } = refreshRows(before, asked, items, { sort: filters.sort, mode: modeOf(query) });
  client.setQueryData<Pages>(query.queryKey, pages);
  client.setQueryData<string[]>(arrivedKey(filters), (waiting = []) => [
    ...waiting.filter((id) => !asked.has(id)),
    ...arrived,
  ]);
}

const modeOf = (query: Query) => query.meta?.steady as 'hold' | 'insert' | undefined;

const chunksOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, index) =>
    ids.slice(index * MOST_IDS, (index + 1) * MOST_IDS),
  );

/**
 * Brings every list in step after these tickets changed, however that was heard. A steady list (`meta.steady`) asks
 * for these tickets alone; any other is asked for again.
 */
export async function refreshLists(client: QueryClient, ids: readonly string[]): Promise<void> {
  const lists = client.getQueryCache().findAll({ queryKey: ticketKeys.lists });
  const chunks = chunksOf(ids);
  const fewEnough = chunks.length <= MOST_REQUESTS;
  const steady = fewEnough ? lists.filter((query) => modeOf(query) !== undefined && query.isActive()) : [];
  if (!fewEnough) for (const query of lists) forgetLaterPages(client, filtersOf(query));
  const others = client.invalidateQueries({
    queryKey: ticketKeys.lists,
    predicate: (query) => !steady.includes(query),
  });
  const asked = steady.flatMap((query) => chunks.map((part) => refreshSteady(client, query, part)));
  const [, ...results] = await Promise.allSettled([others, ...asked]);
  // What could not be asked one by one is asked for as a whole.
  if (results.some(({ status }) => status === 'rejected')) {
    await client.invalidateQueries({ queryKey: ticketKeys.lists });
  }
}

/** Keeps only the first page, so that a list nobody looks at any more is cheap to renew. */
export function forgetLaterPages(client: QueryClient, filters: TicketFilters): void {
  client.setQueryData<InfiniteData<TicketListResponse>>([...ticketKeys.lists, filters], (pages) =>
    pages && pages.pages.length > 1
      ? { pages: pages.pages.slice(0, 1), pageParams: pages.pageParams.slice(0, 1) }
      : pages,
  );
}

/** Back to the first page, asked for anew: shows what has arrived, in order. */
export async function restartList(client: QueryClient, filters: TicketFilters): Promise<void> {
  forgetLaterPages(client, filters);
  client.setQueryData<string[]>(arrivedKey(filters), []);
  await client.invalidateQueries({ queryKey: [...ticketKeys.lists, filters], exact: true });
}

const VIEWS_PAUSE_MS = 1000;
const views: { askedAt: number; timer: ReturnType<typeof setTimeout> | undefined } = {
  askedAt: Number.NEGATIVE_INFINITY,
  timer: undefined,
};

/** Renews the counts of the views, at most once a second however much changes. */
export function refreshViews(client: QueryClient): void {
  if (views.timer !== undefined) return;
  const wait = Math.max(0, views.askedAt + VIEWS_PAUSE_MS - Date.now());
  views.timer = setTimeout(() => {
    views.timer = undefined;
    views.askedAt = Date.now();
    void client.invalidateQueries({ queryKey: ticketKeys.views });
  }, wait);
}
