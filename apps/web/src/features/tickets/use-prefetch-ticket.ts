import { createContext, useContext, useEffect, useEffectEvent, useRef } from 'react';

export interface TicketName {
  id: string;
  number: string;
}

/** Fetches a ticket with all its page shows. The page knows what that is, so the frame says how. */
export const PrefetchTicket = createContext<(ticket: TicketName) => Promise<unknown>>(() => Promise.resolve());

/** Draws a ticket that is held already, where nobody sees it yet. For pages that show it beside or in place of a list. */
export const DrawTicketAhead = createContext<(ticket: TicketName) => void>(() => undefined);

/** Passing over a row is not yet wanting it. */
const INTENT_MS = 80;

/**
 * Fetches and draws a ticket ahead while somebody points at it or has come to it by keys. Whoever presses on it has
 * decided: then it is drawn while the finger goes up again. To spread on its link.
 */
export function usePrefetchTicket(ticket: TicketName) {
  const prefetch = useContext(PrefetchTicket);
  const draw = useContext(DrawTicketAhead);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const prepare = async () => {
    const own = timer.current;
    draw(ticket);
    await prefetch(ticket);
    if (timer.current === own) draw(ticket);
  };
  const intend = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(prepare, INTENT_MS);
  };
  const pass = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  return {
    onMouseEnter: intend,
    onMouseLeave: pass,
    onFocus: intend,
    onBlur: pass,
    onPointerDown: () => draw(ticket),
  };
}

/** Fetches the neighbours of the open ticket ahead: the next one is one key away. @param at where the open one stands; -1 = nowhere */
export function usePrefetchNeighbours(tickets: readonly TicketName[], at: number): void {
  const prefetch = useContext(PrefetchTicket);
  const [before, after] = at < 0 ? [undefined, undefined] : [tickets[at - 1], tickets[at + 1]];
  const fetch = useEffectEvent(() => {
    for (const ticket of [after, before]) if (ticket) void prefetch(ticket);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other neighbours, not newer rows of the same
  useEffect(() => {
    const timer = setTimeout(() => fetch(), INTENT_MS);
    return () => clearTimeout(timer);
  }, [before?.id, after?.id]);
}
