import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  isSame,
  type Layout,
  type QueueAddress,
  queryOf,
  readAddress,
  withFilters,
  writeAddress,
} from '../features/queue/queue-address';
import { DEFAULT_VIEW, ownFilters, type QueueFilters, viewFilters } from '../features/queue/queue-views';
import { useLayout } from '../features/queue/use-layout';
import { arrivedKey, forgetLaterPages } from '../features/tickets/live-lists';
import { queueViewsQuery, steadyListQuery, ticketCountQuery } from '../features/tickets/tickets.queries';
import { useWiderThan } from '../shared/layout/use-wider-than';
import { useTimeZone } from '../shared/time/use-time-zone';
import { useGo } from '../shared/ui/link';

const NO_VIEWS: readonly QueueViewResponse[] = [];
const NO_FILTERS: QueueFilters = {};

/** The queue without a word more in its address. */
export const usualQueue = (): QueueFilters => {
  const address = readAddress(new URLSearchParams());
  return queryOf(viewFilters(DEFAULT_VIEW, [], new Date(), 'UTC') ?? NO_FILTERS, address);
};

/** The queue's address: which view, changed in which way, laid out how. */
export function useQueue(openTicket: string | undefined) {
  const [params] = useSearchParams();
  const go = useGo();
  const zone = useTimeZone();
  const { data, isSuccess, isPending } = useQuery(queueViewsQuery);
  const views = data?.items ?? NO_VIEWS;
  const search = params.toString();
  const address = useMemo(() => readAddress(new URLSearchParams(search)), [search]);
  const view = views.find(({ key }) => key === address.view) ?? null;
  const base = useMemo(
    () => (address.view === null ? NO_FILTERS : viewFilters(address.view, views, new Date(), zone)),
    [address.view, views, zone],
  );
  const own = useMemo(() => (view?.id ? ownFilters(view) : NO_FILTERS), [view]);
  const filters = useMemo(() => queryOf(base ?? NO_FILTERS, address), [base, address]);
  const wide = useWiderThan('md');
  const client = useQueryClient();
  // A list that is left for another is renewed from its first page when one comes back.
  useEffect(() => () => forgetLaterPages(client, filters), [client, filters]);
  const { layout: wanted, choose } = useLayout(address.layout, view?.layout, !wide);
  /** Beside an open ticket there is room for a list only. */
  const layout: Layout = openTicket === undefined ? wanted : 'list';
  // The same from one ticket to the next: what only depends on it is not drawn again.
  return useMemo(() => {
    const write = (next: QueueAddress) => go({ search: `?${writeAddress(next)}` }, { replace: true });
    return {
      address,
      search,
      views,
      view,
      base: base ?? NO_FILTERS,
      /** What the view itself says and lets its reader take away. */
      own,
      filters,
      /** A saved view that is gone, or never was for this reader. */
      isMissing: base === null && isSuccess,
      isKnown: base !== null,
      /** The views, which say how many tickets they have, are on their way. */
      isCounting: isPending && address.view !== null,
      isChanged: !isSame(filters, base ?? NO_FILTERS),
      wanted,
      layout,
      wide,
      narrow: (changes: Partial<QueueFilters>) => write(withFilters(address, changes, own)),
      reset: () => write({ ...address, filters: {} }),
      show: (next: Layout) => write({ ...address, layout: choose(next) }),
    };
  }, [address, search, views, view, base, own, filters, isSuccess, isPending, wanted, layout, wide, choose, go]);
}

export type Queue = ReturnType<typeof useQueue>;

/** Several pages may hold a ticket whose place changed meanwhile; it is shown once. */
const onlyOnce = (rows: TicketSummaryResponse[]): TicketSummaryResponse[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

/** How many tickets these are: the view says it when they are exactly its own, else it is counted. */
export function useTotal({ filters, base, view, isKnown, isCounting }: Queue): number | undefined {
  const { sort: _order, ...which } = filters;
  const { sort: _usual, ...viewed } = base;
  const counted = view?.count ?? null;
  const isView = counted !== null && isSame(which, viewed);
  const { data } = useQuery({ ...ticketCountQuery(which), enabled: isKnown && !isCounting && !isView });
  return isView ? counted : data;
}

/** The tickets of the queue as rows. */
export function useQueueRows(queue: Queue) {
  const { filters, isKnown } = queue;
  const list = useInfiniteQuery({ ...steadyListQuery(filters, 'hold'), enabled: isKnown });
  const rows = useMemo(() => onlyOnce(list.data?.pages.flatMap((page) => page.items) ?? []), [list.data]);
  const { data: waiting } = useQuery<string[]>({ queryKey: arrivedKey(filters), queryFn: () => [], enabled: false });
  const loaded = useMemo(() => new Set(rows.map(({ id }) => id)), [rows]);
  return { list, rows, arrived: (waiting ?? []).filter((id) => !loaded.has(id)) };
}

/** Goes on to the ticket below another, or back to the list after the last. */
export function useNextTicket({ filters, search }: Queue): (from: string) => void {
  const client = useQueryClient();
  const go = useGo();
  return useCallback(
    (from) => {
      const pages = client.getQueryData(steadyListQuery(filters, 'hold').queryKey)?.pages ?? [];
      const rows = onlyOnce(pages.flatMap((page) => page.items));
      const at = rows.findIndex(({ id, number }) => id === from || number === from);
      const next = at >= 0 ? rows[at + 1] : undefined;
      go(next ? `/queue/${next.number}?${search}` : `/queue?${search}`);
    },
    [client, filters, search, go],
  );
}
