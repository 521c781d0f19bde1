import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import Box from '@mui/material/Box';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type PointerEvent, useLayoutEffect, useMemo } from 'react';
import { texts } from '../features/queue/board/board.texts';
import { BoardColumn as Column, type ColumnState } from '../features/queue/board/board-column';
import { type BoardColumn, boardColumns, refusalOf } from '../features/queue/board/board-columns';
import { boardKeys } from '../features/queue/board/board-keys';
import { type Dragging, useCardDrag } from '../features/queue/board/use-card-drag';
import { CardFace, cardLook, TicketCard } from '../features/tickets/components/ticket-card';
import type { Move } from '../features/tickets/ticket-moves';
import { steadyListQuery, ticketCountQuery } from '../features/tickets/tickets.queries';
import { type MovedCard, useCardMoves } from '../features/tickets/use-card-moves';
import { words } from '../shared/text/words.texts';
import { useTimeZone } from '../shared/time/use-time-zone';
import { ErrorState } from '../shared/ui/error-state';
import { SkeletonRows } from '../shared/ui/skeleton-rows';
import { QueueHead } from './queue-list';
import { type Queue, useTotal } from './queue-state';

type Row = TicketSummaryResponse;

interface BoardProps {
  queue: Queue;
  onSave: () => void;
  onEditView: (view: QueueViewResponse) => void;
}

interface CardsProps {
  column: BoardColumn;
  search: string;
  dragging: Dragging<Row> | null;
  moved: ReadonlyMap<string, MovedCard>;
  movesFor: (ticket: Row) => Move[];
  onMove: (ticket: Row, move: Move) => void;
  onGrab: (ticket: Row, event: PointerEvent<HTMLElement>) => void;
}

/** A column's cards: those of the server, without the ones that left it and with the ones that came. */
function useCards(column: BoardColumn, moved: ReadonlyMap<string, MovedCard>) {
  const list = useInfiniteQuery(steadyListQuery({ ...column.filters, limit: 30 }, 'insert'));
  const { sort: _order, ...which } = column.filters;
  const { data: count } = useQuery(ticketCountQuery(which));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const come = [...moved.values()].filter(
    (ticket) => ticket.status === column.status && rows.every(({ id }) => id !== ticket.id),
  );
  const stay = rows.filter(({ id, status }) => (moved.get(id)?.status ?? status) === column.status);
  const known = count === undefined ? undefined : count + come.length - (rows.length - stay.length);
  return { list, cards: [...come, ...stay], count: known };
}

/** What a card in hand may do in a column. */
function stateOf(status: TicketStatus, dragging: Dragging<Row> | null, moves: readonly Move[]): ColumnState {
  if (!dragging || dragging.item.status === status) return 'idle';
  if (moves.every(({ to }) => to !== status)) return 'refused';
  return dragging.over === status ? 'target' : 'legal';
}

function ColumnOfCards({ column, search, dragging, moved, movesFor, onMove, onGrab }: CardsProps) {
  const { list, cards, count } = useCards(column, moved);
  const { status, today } = column;
  const state = stateOf(status, dragging, dragging ? movesFor(dragging.item) : []);
  const from = dragging?.item.status;
  return (
    <Column
      status={status}
      name={today ? texts.resolvedToday : words.status[status]}
      count={count}
      state={state}
      reason={state === 'refused' && from ? texts.refused[refusalOf(from, status)](words.status[from]) : undefined}
      hasMore={list.hasNextPage}
      onMore={() => void list.fetchNextPage()}
    >
      {list.isPending && <SkeletonRows rows={3} height={92} />}
      {list.isError && <ErrorState error={list.error} title={texts.failed} onRetry={() => void list.refetch()} />}
      {cards.map((ticket) => (
        <TicketCard
          key={ticket.id}
          ticket={ticket}
          to={`/queue/${ticket.number}?${search}`}
          moves={movesFor(ticket)}
          onMove={onMove}
          onGrab={onGrab}
          state={dragging?.item.id === ticket.id ? 'away' : moved.has(ticket.id) ? 'moving' : 'here'}
        />
      ))}
    </Column>
  );
}

interface GhostProps {
  dragging: Dragging<Row>;
  ghost: React.RefObject<HTMLDivElement | null>;
  place: () => void;
}

/** The card in hand. */
function Ghost({ dragging, ghost, place }: GhostProps) {
  useLayoutEffect(place);
  return (
    <Box
      ref={ghost}
      aria-hidden="true"
      inert
      sx={{
        ...cardLook,
        position: 'fixed',
        zIndex: 'tooltip',
        top: 0,
        left: 0,
        pointerEvents: 'none',
        cursor: 'grabbing',
        boxShadow: 'var(--mui-palette-elevation-dialog)',
      }}
      style={{ width: dragging.width }}
    >
      <CardFace ticket={dragging.item} to="" />
    </Box>
  );
}

/** A view by status: cards are moved along the state machine, and only along it. */
export function QueueBoard({ queue, ...saving }: BoardProps) {
  const zone = useTimeZone();
  const { address, base, search } = queue;
  const columns = useMemo(
    () => boardColumns({ view: address.view, base, changed: address.filters, now: new Date(), timeZone: zone }),
    [address, base, zone],
  );
  const total = useTotal(queue);
  const { moved, move, movesFor } = useCardMoves();
  const onMove = (ticket: Row, chosen: Move) => void move(ticket, chosen);
  const drag = useCardDrag<Row>((ticket, status) => {
    const chosen = movesFor(ticket).find(({ to }) => to === status);
    if (chosen) onMove(ticket, chosen);
  });
  return (
    <Box
      component="section"
      aria-label={texts.board}
      sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0 }}
    >
      <QueueHead queue={queue} total={total} secondary={false} {...saving} />
      <Box
        {...boardKeys}
        sx={{
          display: 'flex',
          flex: 1,
          gap: 1.5,
          minHeight: 0,
          pt: 1,
          pb: { xs: 1, md: 0 },
          px: { xs: 2, md: 0 },
          overflowX: 'auto',
          scrollSnapType: { xs: 'x proximity', lg: 'none' },
        }}
      >
        {queue.isKnown &&
          columns.map((column) => (
            <ColumnOfCards
              key={column.status}
              column={column}
              search={search}
              dragging={drag.dragging}
              moved={moved}
              movesFor={movesFor}
              onMove={onMove}
              onGrab={drag.grab}
            />
          ))}
      </Box>
      {drag.dragging && <Ghost dragging={drag.dragging} ghost={drag.ghost} place={drag.place} />}
    </Box>
  );
}
