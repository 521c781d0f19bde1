import type { TicketCapabilitiesResponse } from '@baton/contracts/tickets/tickets.response';
import { movesOf, splitMoves } from './ticket-moves';

const nothing: TicketCapabilitiesResponse = {
  reply: true,
  note: false,
  claim: false,
  assign: false,
  edit: false,
  triage: false,
  withdraw: false,
  close: false,
  reopen: false,
  addWatchers: false,
  relate: false,
  unmerge: false,
  moves: [],
};

describe('the moves on offer', () => {
  it('are only the requester’s own three without the route for more', () => {
    const can = { ...nothing, withdraw: true, moves: ['in_progress' as const, 'open' as const, 'withdrawn' as const] };
    expect(movesOf({ status: 'waiting', can }, false)).toEqual([{ via: 'withdraw', to: 'withdrawn' }]);
  });

  it('begin with the claim of a ticket nobody has', () => {
    const can = { ...nothing, claim: true, moves: ['open' as const, 'in_progress' as const, 'resolved' as const] };
    const { first, rest } = splitMoves('new', movesOf({ status: 'new', can }, true));
    expect(first).toEqual({ via: 'claim', to: 'in_progress' });
    expect(rest.map(({ to }) => to)).toEqual(['open', 'resolved']);
  });

  it('name each status once', () => {
    const can = { ...nothing, close: true, reopen: true, moves: ['closed' as const, 'open' as const] };
    expect(movesOf({ status: 'resolved', can }, true)).toEqual([
      { via: 'reopen', to: 'open' },
      { via: 'close', to: 'closed' },
    ]);
  });

  it('leave no button on an ended ticket', () => {
    expect(splitMoves('closed', movesOf({ status: 'closed', can: nothing }, true))).toEqual({ first: null, rest: [] });
  });
});
