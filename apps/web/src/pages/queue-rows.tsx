import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { memo, useCallback, useDeferredValue, useEffect, useLayoutEffect, useRef } from 'react';
import { ArrivedPill } from '../features/queue/components/arrived-pill';
import { RowCheck, SelectableRow } from '../features/queue/components/row-check';
import { VirtualList } from '../features/queue/components/virtual-list';
import { texts } from '../features/queue/queue.texts';
import type { ListSelection } from '../features/queue/use-selection';
import { TicketRow } from '../features/tickets/components/ticket-row';
import { TicketTableHead } from '../features/tickets/components/ticket-table-head';
import { TicketTableRow } from '../features/tickets/components/ticket-table-row';
import { restartList } from '../features/tickets/live-lists';
import { usePrefetchNeighbours } from '../features/tickets/use-prefetch-ticket';
import { CheckBox } from '../shared/ui/check-box';
import { EmptyState } from '../shared/ui/empty-state';
import { ErrorState } from '../shared/ui/error-state';
import { Link } from '../shared/ui/link';
import { SkeletonRows } from '../shared/ui/skeleton-rows';
import type { Queue, useQueueRows } from './queue-state';

function NoTickets({ say, tone }: { say: { title: string; text: string }; tone: 'neutral' | 'success' }) {
  return (
    <EmptyState
      title={say.title}
      text={say.text}
      tone={tone}
      action={
        <Button component={Link} to="/queue">
          {texts.empty.seeAll}
        </Button>
      }
    />
  );
}

interface RowProps {
  ticket: TicketSummaryResponse;
  to: string;
  time: 'updatedAt' | 'createdAt';
  isTable: boolean;
  isOpen: boolean;
  checked: boolean;
  selecting: boolean;
  onSelect: (id: string, range: boolean) => void;
}

const QueueRow = memo(function QueueRow({ ticket, to, time, isTable, isOpen, checked, selecting, onSelect }: RowProps) {
  const check = { name: ticket.number, checked, onSelect: (range: boolean) => onSelect(ticket.id, range) };
  if (isTable) {
    return <TicketTableRow ticket={ticket} to={to} time={time} checked={checked} check={<RowCheck {...check} />} />;
  }
  return (
    <SelectableRow {...check} selecting={selecting}>
      <TicketRow ticket={ticket} to={to} selected={isOpen} time={time} />
    </SelectableRow>
  );
});

const ROW_PX = { list: 64, phone: 68, table: 40 } as const;
const idOf = ({ id }: TicketSummaryResponse) => id;

interface Props {
  queue: Queue;
  data: ReturnType<typeof useQueueRows>;
  total: number | undefined;
  openTicket: string | undefined;
  selection: ListSelection;
  /** Rows show their boxes although nothing is chosen yet. */
  selecting: boolean;
}

/** Shows what has arrived: by itself when nobody reads the list's beginning, else when it is asked for. */
function useArrived({ queue, data: { arrived }, selection }: Pick<Props, 'queue' | 'data' | 'selection'>) {
  const client = useQueryClient();
  const box = useRef<HTMLDivElement>(null);
  const show = () => {
    box.current?.scrollTo({ top: 0 });
    void restartList(client, queue.filters);
  };
  const isRead = () => {
    const list = box.current;
    return !list || list.scrollTop > 0 || list.matches(':hover') || list.contains(document.activeElement);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: decides once for each change of what waits
  useEffect(() => {
    if (arrived.length > 0 && selection.ids.length === 0 && !isRead()) show();
  }, [arrived.length]);
  return { box, show };
}

interface InsteadProps {
  queue: Queue;
  list: ReturnType<typeof useQueueRows>['list'];
  rowHeight: number;
}

/** What stands in the list while it has no rows. */
function InsteadOfRows({ queue: { isMissing, address, layout }, list, rowHeight }: InsteadProps) {
  if (isMissing) return <NoTickets say={texts.missing} tone="neutral" />;
  if (list.isPending) return <SkeletonRows rows={10} height={rowHeight} twoLines={layout !== 'table'} />;
  if (list.isError)
    return <ErrorState error={list.error} title={texts.listFailed} onRetry={() => void list.refetch()} />;
  const { empty } = texts;
  return Object.keys(address.filters).length > 0 ? (
    <NoTickets say={{ title: empty.filteredTitle, text: empty.filteredText }} tone="neutral" />
  ) : (
    <NoTickets say={empty} tone="success" />
  );
}

/** Chooses rows by what is chosen now; the same function each time, so that no row is drawn again for it. */
function useSelect(selection: ListSelection): (id: string, range: boolean) => void {
  const newest = useRef(selection);
  useLayoutEffect(() => {
    newest.current = selection;
  });
  return useCallback((id, range) => (range ? newest.current.extendTo(id) : newest.current.toggle(id)), []);
}

/** The rows of the list or of the table, and what stands there instead. */
export function QueueRows({ queue, data, total, openTicket, selection, selecting }: Props) {
  const { list, rows, arrived } = data;
  const { search, filters, layout, wide } = queue;
  const { box, show } = useArrived({ queue, data, selection });
  const isOpen = ({ id, number }: TicketSummaryResponse) => openTicket === number || openTicket === id;
  const openAt = rows.findIndex(isOpen);
  usePrefetchNeighbours(rows, openAt);
  const select = useSelect(selection);
  const isTable = layout === 'table';
  const rowHeight = isTable ? ROW_PX.table : wide ? ROW_PX.list : ROW_PX.phone;
  // Rows that are there for the first time are drawn in slices.
  const drawn = useDeferredValue(rows.length > 0);
  if (rows.length > 0 && !drawn) return <SkeletonRows rows={10} height={rowHeight} twoLines={!isTable} />;
  if (queue.isMissing || rows.length === 0) {
    return <InsteadOfRows queue={queue} list={list} rowHeight={rowHeight} />;
  }
  return (
    <>
      <ArrivedPill count={arrived.length} onShow={show} />
      <VirtualList
        ref={box}
        name={JSON.stringify(filters)}
        stale={list.isPlaceholderData}
        items={rows}
        total={Math.max(total ?? 0, rows.length)}
        keyOf={idOf}
        rowHeight={rowHeight}
        selected={openAt}
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        onSelect={select}
        head={
          isTable && (
            <TicketTableHead
              check={
                <CheckBox
                  aria-label={texts.select.loaded}
                  checked={selection.ids.length === rows.length}
                  partly={selection.ids.length > 0 && selection.ids.length < rows.length}
                  onChange={(on) => (on ? selection.selectLoaded() : selection.clear())}
                />
              }
            />
          )
        }
        render={(ticket) => (
          <QueueRow
            ticket={ticket}
            to={`/queue/${ticket.number}?${search}`}
            time={filters.sort?.endsWith('createdAt') ? 'createdAt' : 'updatedAt'}
            isTable={isTable}
            isOpen={isOpen(ticket)}
            checked={selection.has(ticket.id)}
            selecting={selecting}
            onSelect={select}
          />
        )}
      />
    </>
  );
}
