import type { TicketResponse, TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import { type TicketStatus, TRANSITIONS } from '@baton/domain/tickets/ticket-status';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useToast } from '../../shared/ui/toast';
import { refreshLists, refreshViews } from './live-lists';
import { storeTicket } from './ticket-cache';
import { type Move, movesOf } from './ticket-moves';
import { failureText, sendMove } from './tickets.mutations';
import { ticketQuery } from './tickets.queries';

/** A card on its way, as it will be. */
export type MovedCard = TicketSummaryResponse;

/**
 * The moves of a ticket that is known as a row: exactly when its page was loaded, else by the state machine for those
 * who work on it. The server has the last word.
 */
function cardMoves(ticket: TicketSummaryResponse, detail: TicketResponse | undefined): Move[] {
  // What cannot be undone asks first, and that is the ticket's own page.
  if (detail?.version === ticket.version) return movesOf(detail, true).filter(({ via }) => via !== 'withdraw');
  const targets = Object.entries(TRANSITIONS[ticket.status]) as [TicketStatus, readonly string[]][];
  return targets
    .filter(([, movers]) => movers.includes('coordinator'))
    .map(([to]) => ({ via: to === 'in_progress' && ticket.assigneeId === null ? 'claim' : 'status', to }));
}

/** Moves cards at once, and takes them back if the server refuses. */
export function useCardMoves() {
  const client = useQueryClient();
  const toast = useToast();
  const [moved, setMoved] = useState<ReadonlyMap<string, MovedCard>>(new Map());
  const settle = (id: string) => setMoved((before) => new Map([...before].filter(([each]) => each !== id)));

  const move = async (ticket: TicketSummaryResponse, chosen: Move) => {
    setMoved((before) => new Map(before).set(ticket.id, { ...ticket, status: chosen.to }));
    try {
      storeTicket(client, await sendMove(ticket.id, chosen));
      await refreshLists(client, [ticket.id]);
      refreshViews(client);
    } catch (error) {
      toast({ message: failureText(error), tone: 'error' });
    } finally {
      settle(ticket.id);
    }
  };

  const movesFor = (ticket: TicketSummaryResponse) =>
    cardMoves(ticket, client.getQueryData<TicketResponse>(ticketQuery(ticket.number).queryKey));
  return { moved, move, movesFor };
}
