/**
 * Two places for a ticket. One is the front; in the other waits the one that was left, or the one that is about to be
 * opened, so that opening it only has to show it.
 */
export interface TicketPlaces {
  /** Ids or numbers. */
  refs: readonly [string | undefined, string | undefined];
  front: 0 | 1;
}

const other = (front: 0 | 1) => (front === 0 ? 1 : 0);

const put = ({ refs, front }: TicketPlaces, place: 0 | 1, ref: string): TicketPlaces => ({
  refs: place === 0 ? [ref, refs[1]] : [refs[0], ref],
  front,
});

/** With this ticket in front. One that waits nowhere takes the place of the one in front, which is redrawn. */
export function opened(places: TicketPlaces, ref: string): TicketPlaces {
  const { refs, front } = places;
  if (refs[front] === ref) return places;
  return refs[other(front)] === ref ? { refs, front: other(front) } : put(places, front, ref);
}

/** With this ticket waiting, if it is not in a place already. */
export const waiting = (places: TicketPlaces, ref: string): TicketPlaces =>
  places.refs.includes(ref) ? places : put(places, other(places.front), ref);
