import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { FilterBar } from '../features/queue/components/filter-bar';
import { FilterChips, type Names } from '../features/queue/components/filter-chips';
import { ListTitle } from '../features/queue/components/list-title';
import { MoreFilters } from '../features/queue/components/more-filters';
import { ViewChips } from '../features/queue/components/view-list';
import { VirtualList } from '../features/queue/components/virtual-list';
import { texts } from '../features/queue/queue.texts';
import { type QueueAddress, queryOf, readAddress, writeAddress } from '../features/queue/queue-address';
import { TicketRow } from '../features/tickets/components/ticket-row';
import {
  categoriesQuery,
  queueViewsQuery,
  teamsQuery,
  ticketListQuery,
  workersQuery,
} from '../features/tickets/tickets.queries';
import { useTimeZone } from '../shared/time/use-time-zone';
import { EmptyState } from '../shared/ui/empty-state';
import { ErrorState } from '../shared/ui/error-state';
import { SkeletonRows } from '../shared/ui/skeleton-rows';

/** The queue's address, and the tickets it stands for. */
export function useQueue() {
  const [params, setParams] = useSearchParams();
  const zone = useTimeZone();
  const search = params.toString();
  const address = useMemo(() => readAddress(new URLSearchParams(search)), [search]);
  // Once per address: a query that moved with the clock would never be answered from the cache.
  const filters = useMemo(() => queryOf(address, new Date(), zone), [address, zone]);
  const list = useInfiniteQuery(ticketListQuery({ ...filters, count: true }));
  const change = (next: QueueAddress) => setParams(writeAddress(next), { replace: true });
  return { address, search, list, change };
}

/** Names of what filters name by id. */
function useNames(): Names {
  const categories = useQuery(categoriesQuery).data?.items;
  const teams = useQuery(teamsQuery).data?.items;
  const workers = useQuery(workersQuery).data?.items;
  return useMemo(
    () =>
      new Map<string, string>([
        ...(categories ?? []).map(({ id, path }) => [id, path] as const),
        ...(teams ?? []).map(({ id, name }) => [id, name] as const),
        ...(workers ?? []).map(({ id, name }) => [id, name] as const),
      ]),
    [categories, teams, workers],
  );
}

type Queue = ReturnType<typeof useQueue>;

function NoTickets({ filtered }: { filtered: boolean }) {
  const say = texts.empty;
  return (
    <EmptyState
      title={filtered ? say.filteredTitle : say.title}
      text={filtered ? say.filteredText : say.text}
      tone={filtered ? 'neutral' : 'success'}
      action={
        <Button component={Link} to="/queue">
          {say.seeAll}
        </Button>
      }
    />
  );
}

interface RowsProps {
  queue: Queue;
  openTicket: string | undefined;
  rowHeight: number;
}

function Rows({ queue, openTicket, rowHeight }: RowsProps) {
  const { list, search, address } = queue;
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <SkeletonRows rows={10} height={rowHeight} />;
  if (list.isError && items.length === 0)
    return <ErrorState error={list.error} title={texts.listFailed} onRetry={() => void list.refetch()} />;
  if (items.length === 0) return <NoTickets filtered={Object.keys(address.filters).length > 0} />;
  const isOpen = ({ id, number }: TicketSummaryResponse) => openTicket === number || openTicket === id;
  return (
    <VirtualList
      stale={list.isPlaceholderData}
      items={items}
      total={list.data?.pages[0]?.total ?? items.length}
      keyOf={({ id }) => id}
      rowHeight={rowHeight}
      selected={items.findIndex(isOpen)}
      hasMore={list.hasNextPage && !list.isFetchingNextPage}
      onMore={() => void list.fetchNextPage()}
      render={(ticket) => (
        <TicketRow
          ticket={ticket}
          to={`/queue/${ticket.number}?${search}`}
          selected={isOpen(ticket)}
          time={address.filters.sort?.endsWith('createdAt') ? 'createdAt' : 'updatedAt'}
        />
      )}
    />
  );
}

interface Props {
  queue: Queue;
  openTicket: string | undefined;
  wide: boolean;
  width: number;
}

/** The list of the queue with its title, its filters and its rows. */
export function QueueList({ queue, openTicket, wide, width }: Props) {
  const { data: views } = useQuery(queueViewsQuery);
  const teams = useQuery(teamsQuery).data?.items ?? [];
  const names = useNames();
  const { address, list, change } = queue;
  const items = views?.items ?? [];
  const tags = [...new Set(list.data?.pages.flatMap((page) => page.items.flatMap((ticket) => ticket.tags)))].sort();
  return (
    <Box
      component="section"
      aria-label={texts.list}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        flex: { xs: 1, md: 'none' },
        minWidth: 0,
        minHeight: 0,
      }}
      style={wide ? { width } : undefined}
    >
      {!wide && <ViewChips views={items} active={address.view} />}
      <ListTitle
        views={items}
        active={address.view}
        total={list.data?.pages[0]?.total ?? undefined}
        secondary={openTicket !== undefined}
        end={<MoreFilters address={address} tags={tags} onChange={change} />}
      />
      <FilterBar address={address} teams={teams} onChange={change} />
      <FilterChips address={address} names={names} onChange={change} />
      <Rows queue={queue} openTicket={openTicket} rowHeight={wide ? 64 : 68} />
    </Box>
  );
}
