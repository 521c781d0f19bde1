import {
  decideTransition,
  legalMoves,
  type Mover,
  reopenDeadline,
  STATUSES,
  statusAfterRequesterReply,
  type TicketStatus,
} from './ticket-status.js';

/** The promised table, written out a second time: c = coordinators, r = the requester, s = the product's timer. */
const PROMISED: Record<TicketStatus, Partial<Record<TicketStatus, string>>> = {
  new: { open: 'c', in_progress: 'c', withdrawn: 'r', resolved: 'c' },
  open: { in_progress: 'c', waiting: 'c', resolved: 'c', withdrawn: 'r' },
  in_progress: { waiting: 'c', open: 'c', resolved: 'c', withdrawn: 'r' },
  waiting: { in_progress: 'cr', open: 'r', resolved: 'c', withdrawn: 'r' },
  resolved: { closed: 'crs', open: 'cr' },
  closed: {},
  withdrawn: {},
};
const MOVERS: Mover[] = ['coordinator', 'requester', 'system'];
const now = new Date('2026-03-08T12:00:00Z');
const resolvedAt = new Date('2026-03-07T12:00:00Z');
const request = (from: TicketStatus, movers: readonly Mover[]) => ({
  from,
  movers,
  resolvedAt,
  now,
  reopenWindowDays: 7,
});

const cases = STATUSES.flatMap((from) => STATUSES.flatMap((to) => MOVERS.map((mover) => ({ from, to, mover }))));

describe('the state machine', () => {
  it.each(cases)('$from → $to by $mover', ({ from, to, mover }) => {
    const promised = PROMISED[from][to];
    const decision = decideTransition({ ...request(from, [mover]), to });
    expect(decision.allowed).toBe(promised?.includes(mover.charAt(0)) ?? false);
    if (decision.allowed) return;
    expect(decision.code).toBe(promised ? 'ticket.transition_forbidden' : 'ticket.transition_not_allowed');
    expect(decision.details).toEqual({ from, to });
  });

  it.each(STATUSES)('offers from %s exactly what it allows', (from) => {
    for (const mover of MOVERS) {
      const allowed = STATUSES.filter((to) => PROMISED[from][to]?.includes(mover.charAt(0)));
      expect([...legalMoves(request(from, [mover]))].sort()).toEqual([...allowed].sort());
    }
  });

  it('lets nobody who stands in no relation to the ticket move it', () => {
    for (const { from, to } of cases) expect(decideTransition({ ...request(from, []), to }).allowed).toBe(false);
  });

  it('takes the best of several relations', () => {
    expect(decideTransition({ ...request('new', ['requester', 'coordinator']), to: 'resolved' }).allowed).toBe(true);
    expect(decideTransition({ ...request('new', ['requester', 'coordinator']), to: 'withdrawn' }).allowed).toBe(true);
  });
});

describe('reopening', () => {
  const at = (instant: Date) =>
    decideTransition({ ...request('resolved', ['requester']), to: 'open', now: instant, reopenWindowDays: 7 });
  const deadline = reopenDeadline(resolvedAt, 7);

  it('is possible until the very end of the window', () => {
    expect(deadline.toISOString()).toBe('2026-03-14T12:00:00.000Z');
    expect(at(deadline).allowed).toBe(true);
  });

  it('says until when it was possible', () => {
    expect(at(new Date(deadline.getTime() + 1))).toEqual({
      allowed: false,
      code: 'ticket.reopen_window_over',
      details: { until: deadline.toISOString() },
    });
  });

  it('leaves closing possible after the window', () => {
    const late = new Date(deadline.getTime() + 1);
    expect(decideTransition({ ...request('resolved', ['system']), to: 'closed', now: late }).allowed).toBe(true);
    expect(legalMoves({ ...request('resolved', ['coordinator']), now: late })).toEqual(['closed']);
  });
});

describe('a reply of the requester', () => {
  it.each([
    ['waiting', true, 'in_progress'],
    ['waiting', false, 'open'],
    ['resolved', true, 'open'],
    ['resolved', false, 'open'],
  ] as const)('to a %s ticket (held: %s) moves it to %s', (status, held, to) => {
    expect(statusAfterRequesterReply(status, held)).toBe(to);
    expect(decideTransition({ ...request(status, ['requester']), to }).allowed).toBe(true);
  });

  it.each(['new', 'open', 'in_progress', 'closed', 'withdrawn'] as const)('to a %s ticket moves nothing', (status) => {
    expect(statusAfterRequesterReply(status, true)).toBeNull();
    expect(statusAfterRequesterReply(status, false)).toBeNull();
  });
});
