import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { FilterBar } from '../features/queue/components/filter-bar';
import { FilterChips, type Names } from '../features/queue/components/filter-chips';
import { ListEdge } from '../features/queue/components/list-edge';
import { ListTitle } from '../features/queue/components/list-title';
import { MoreFilters } from '../features/queue/components/more-filters';
import { NothingChosen } from '../features/queue/components/nothing-chosen';
import { ViewChips, ViewList } from '../features/queue/components/view-list';
import { VirtualList } from '../features/queue/components/virtual-list';
import { texts } from '../features/queue/queue.texts';
import { type QueueAddress, queryOf, readAddress, writeAddress } from '../features/queue/queue-address';
import { useListWidth } from '../features/queue/use-list-width';
import { TicketRow } from '../features/tickets/components/ticket-row';
import {
  categoriesQuery,
  queueViewsQuery,
  teamsQuery,
  ticketListQuery,
  workersQuery,
} from '../features/tickets/tickets.queries';
import { useLiveTickets } from '../features/tickets/tickets.realtime';
import { useWiderThan } from '../shared/layout/use-wider-than';
import { useTimeZone } from '../shared/time/use-time-zone';
import { EmptyState } from '../shared/ui/empty-state';
import { ErrorState } from '../shared/ui/error-state';
import { PageBody } from '../shared/ui/page-body';
import { Panel } from '../shared/ui/panel';
import { SkeletonRows } from '../shared/ui/skeleton-rows';

const loadTicket = () => import('./ticket-view');
const TicketView = lazy(() => loadTicket().then((module) => ({ default: module.TicketView })));

/** The queue's address, and the tickets it stands for. */
function useQueue() {
  const [params, setParams] = useSearchParams();
  const zone = useTimeZone();
  const search = params.toString();
  const address = useMemo(() => readAddress(new URLSearchParams(search)), [search]);
  // Once per address: a query that moved with the clock would never be answered from the cache.
  const filters = useMemo(() => queryOf(address, new Date(), zone), [address, zone]);
  const list = useInfiniteQuery(ticketListQuery(filters));
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

interface ListPaneProps {
  queue: Queue;
  openTicket: string | undefined;
  wide: boolean;
  width: number;
}

function ListPane({ queue, openTicket, wide, width }: ListPaneProps) {
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
        total={list.data?.pages[0]?.total}
        secondary={openTicket !== undefined}
        end={<MoreFilters address={address} tags={tags} onChange={change} />}
      />
      <FilterBar address={address} teams={teams} onChange={change} />
      <FilterChips address={address} names={names} onChange={change} />
      <Rows queue={queue} openTicket={openTicket} rowHeight={wide ? 64 : 68} />
    </Box>
  );
}

function Views({ active }: { active: string | null }) {
  const { data } = useQuery(queueViewsQuery);
  return <ViewList views={data?.items ?? []} active={active} />;
}

/** The desk: views, the list of one of them, and the ticket that is open. Folds to one pane on phones. */
export function QueuePage() {
  const { id } = useParams();
  const queue = useQueue();
  const hasViews = useWiderThan('lg');
  const wide = useWiderThan('md');
  const { width: chosen, resize } = useListWidth();
  const roomy = useWiderThan('xl');
  const width = chosen ?? (roomy ? 408 : 376);
  useLiveTickets();
  return (
    <PageBody layout="panes">
      <Box sx={{ display: 'flex', height: 1 }}>
        {hasViews && <Views active={queue.address.view} />}
        <Panel
          onMouseEnter={() => void loadTicket()}
          sx={{ display: 'flex', flex: 1, minWidth: 0, borderRadius: { xs: 0, md: '12px' } }}
        >
          {(wide || !id) && <ListPane queue={queue} openTicket={id} wide={wide} width={width} />}
          {wide && <ListEdge width={width} onResize={resize} />}
          {id ? (
            <Suspense fallback={<SkeletonRows rows={6} height={80} />}>
              <TicketView
                ticketRef={id}
                base="/queue"
                back={`/queue?${queue.search}`}
                backOnlySmall
                propertiesFrom="xl"
              />
            </Suspense>
          ) : (
            wide && (
              <Box sx={{ flex: 1 }}>
                <NothingChosen />
              </Box>
            )
          )}
        </Panel>
      </Box>
    </PageBody>
  );
}
