import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ticketQuery } from './tickets.queries';

/** Passing over a row is not yet wanting it. */
const INTENT_MS = 120;

/** Fetches a ticket ahead while somebody points at it. To spread on its link. */
export function usePrefetchTicket(number: string) {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  return {
    onMouseEnter: () => {
      timer.current = setTimeout(() => void client.prefetchQuery(ticketQuery(number)), INTENT_MS);
    },
    onMouseLeave: () => clearTimeout(timer.current),
  };
}
