import { type TicketStatus, TRANSITIONS } from '@baton/domain/tickets/ticket-status';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Move {
  from: TicketStatus;
  to: TicketStatus;
  at: Date;
}

/** Random choices that are the same in every run. */
export function randomly(seed: number) {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    // The low bits of such a generator repeat after a few steps.
    return (state >>> 8) % limit;
  };
  const oneOf = <T>(values: readonly T[]): T => values[below(values.length)] as T;

  /** A walk through the state machine, at random moments until now. */
  const history = (createdAt: Date, now: Date): Move[] => {
    const moves: Move[] = [];
    let at = createdAt.getTime();
    let from: TicketStatus = 'new';
    for (let step = below(7); step > 0; step--) {
      const choices = Object.keys(TRANSITIONS[from]) as TicketStatus[];
      // Now and then exactly at midnight in Berlin.
      at = below(5) === 0 ? Math.ceil((at + 1) / DAY) * DAY - HOUR : at + below(6 * 24) * HOUR + 1;
      if (choices.length === 0 || at > now.getTime()) break;
      const to = oneOf(choices);
      moves.push({ from, to, at: new Date(at) });
      from = to;
    }
    return moves;
  };
  return { below, oneOf, history };
}
