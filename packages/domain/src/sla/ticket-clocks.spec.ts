import fc from 'fast-check';
import { type TicketStatus, TRANSITIONS } from '../tickets/ticket-status.js';
import { compileCalendar } from './compiled-calendar.js';
import {
  type BareClock,
  bareClocks,
  endedAt,
  isBreached,
  type SlaFact,
  type TermsOf,
  type TicketClock,
  ticketClocks,
} from './ticket-clocks.js';

const MINUTE = 60_000;
const always = ['00:00', '24:00'] as const;
const calendar = compileCalendar({
  timeZone: 'UTC',
  windows: { mon: [always], tue: [always], wed: [always], thu: [always], fri: [always], sat: [always], sun: [always] },
  holidays: [],
});
const hour: TermsOf = () => ({ calendar, targetMinutes: 60 });

const created: SlaFact = { at: 0, kind: 'created' };
const desk = (minute: number): SlaFact => ({ at: minute * MINUTE, kind: 'desk_reply' });
const asks = (minute: number): SlaFact => ({ at: minute * MINUTE, kind: 'requester_message' });
const moves = (minute: number, status: TicketStatus): SlaFact => ({ at: minute * MINUTE, kind: 'status', status });

const told = (clock: TicketClock | BareClock) => {
  const minutes = (ms: number | null) => ms !== null && ms / MINUTE;
  const fate = clock.metAt !== null ? `met ${minutes(clock.metAt)}` : null;
  const cancelled = clock.cancelledAt !== null ? `cancelled ${minutes(clock.cancelledAt)}` : null;
  return `${clock.metric} ${clock.cycle} from ${minutes(clock.startedAt)} ${fate ?? cancelled ?? 'runs'}`;
};
const story = (...facts: SlaFact[]) => bareClocks([created, ...facts]).map(told);
const onlyOf = (metric: string, lines: string[]) => lines.filter((line) => line.startsWith(metric));
const only = <T extends BareClock>(clocks: T[], metric: T['metric']) =>
  clocks.filter((clock) => clock.metric === metric);

describe('ticketClocks', () => {
  it('starts first response and resolution with the ticket', () => {
    expect(story()).toEqual(['first_response 1 from 0 runs', 'resolution 1 from 0 runs']);
  });

  it('meets the first response with the first reply of the desk, and with nothing else', () => {
    expect(onlyOf('first', story(moves(1, 'in_progress'), moves(2, 'waiting'), asks(3)))).toEqual([
      'first_response 1 from 0 runs',
    ]);
    expect(onlyOf('first', story(moves(1, 'open'), desk(5), desk(7)))).toEqual(['first_response 1 from 0 met 5']);
  });

  it('counts the next response from the oldest unanswered message', () => {
    expect(onlyOf('next', story(desk(5), asks(10), asks(20), desk(30), desk(31), asks(40)))).toEqual([
      'next_response 1 from 10 met 30',
      'next_response 2 from 40 runs',
    ]);
  });

  it('goes on where a move that was taken back had ended it', () => {
    const back = (minute: number, status: TicketStatus): SlaFact => ({
      ...{ at: minute * MINUTE, kind: 'status', status },
      takesBack: true,
    });
    expect(story(moves(10, 'resolved'), back(20, 'open'), desk(30))).toEqual([
      'first_response 1 from 0 met 30',
      'resolution 1 from 0 runs',
    ]);
    const waiting = [created, moves(5, 'waiting'), moves(10, 'closed'), back(20, 'waiting'), moves(30, 'open')];
    const [resolution] = only(ticketClocks(waiting, hour), 'resolution');
    expect(resolution).toMatchObject({ cycle: 1, cancelledAt: null, dueAt: 85 * MINUTE });
  });

  it('leaves messages before the first response to that', () => {
    expect(onlyOf('next', story(asks(1), asks(2), desk(5)))).toEqual([]);
  });

  it('cancels both responses with resolving, and meets the resolution', () => {
    expect(story(moves(10, 'resolved'))).toEqual([
      'first_response 1 from 0 cancelled 10',
      'resolution 1 from 0 met 10',
    ]);
    expect(onlyOf('next', story(desk(1), asks(2), moves(10, 'resolved')))).toEqual([
      'next_response 1 from 2 cancelled 10',
    ]);
  });

  it('starts nothing with “thanks” after resolving, nor after closing', () => {
    const resolved = [desk(1), moves(10, 'resolved')];
    expect(story(...resolved, asks(11))).toEqual(story(...resolved));
    expect(story(...resolved, moves(12, 'closed'), asks(13), desk(14))).toEqual(story(...resolved));
  });

  it('opens a new resolution cycle with reopening, and keeps the one before as it was', () => {
    expect(story(desk(1), moves(10, 'resolved'), asks(20), moves(20, 'open'), asks(25), moves(30, 'resolved'))).toEqual(
      [
        'first_response 1 from 0 met 1',
        'resolution 1 from 0 met 10',
        'resolution 2 from 20 met 30',
        'next_response 1 from 25 cancelled 30',
      ],
    );
  });

  it('cancels everything when the ticket ends without being resolved', () => {
    for (const status of ['withdrawn', 'closed'] as const) {
      expect(story(desk(1), asks(2), moves(10, status))).toEqual([
        'first_response 1 from 0 met 1',
        'resolution 1 from 0 cancelled 10',
        'next_response 1 from 2 cancelled 10',
      ]);
    }
  });

  it('pauses the resolution, and it alone, while the ticket waits for its requester', () => {
    const clocks = ticketClocks([created, moves(10, 'waiting'), moves(40, 'in_progress'), moves(50, 'waiting')], hour);
    expect(only(clocks, 'resolution')[0]).toMatchObject({
      pauses: [
        { from: 10 * MINUTE, to: 40 * MINUTE },
        { from: 50 * MINUTE, to: null },
      ],
      dueAt: null,
    });
    expect(only(clocks, 'first_response')[0]).toMatchObject({ pauses: [], dueAt: 60 * MINUTE });
    const goesOn = ticketClocks([created, moves(10, 'waiting'), moves(40, 'in_progress')], hour);
    expect(only(goesOn, 'resolution')[0]?.dueAt).toBe(90 * MINUTE);
  });

  it('keeps a deadline that came before the pause', () => {
    const [, resolution] = ticketClocks([created, moves(60, 'waiting')], hour) as [TicketClock, TicketClock];
    expect(resolution.dueAt).toBe(60 * MINUTE);
    expect(isBreached(resolution, 61 * MINUTE)).toBe(true);
  });

  it('asks what is promised once per clock and leaves out those nothing is promised for', () => {
    const frozen: TermsOf = ({ metric, cycle }) =>
      metric === 'resolution' ? { calendar, targetMinutes: cycle === 1 ? 10 : 20 } : null;
    const clocks = ticketClocks([created, moves(5, 'resolved'), moves(6, 'open')], frozen);
    expect(clocks.map(({ cycle, targetMinutes, dueAt }) => [cycle, targetMinutes, dueAt])).toEqual([
      [1, 10, 10 * MINUTE],
      [2, 20, 26 * MINUTE],
    ]);
  });

  it('follows the order of what happened where the times of two machines disagree', () => {
    expect(onlyOf('next', story(desk(5), asks(10), desk(9)))).toEqual(['next_response 1 from 10 met 10']);
  });
});

describe('isBreached', () => {
  const clockOf = (...facts: SlaFact[]) => ticketClocks([created, ...facts], hour)[0] as TicketClock;

  it('begins with the deadline, and an answer at that very moment is in time', () => {
    expect(isBreached(clockOf(), 60 * MINUTE - 1)).toBe(false);
    expect(isBreached(clockOf(), 60 * MINUTE)).toBe(true);
    expect(isBreached(clockOf(desk(60)), 90 * MINUTE)).toBe(false);
    expect(isBreached(clockOf(desk(61)), 90 * MINUTE)).toBe(true);
  });

  it('counts what was cancelled too late, not what was cancelled in time', () => {
    expect(isBreached(clockOf(moves(59, 'resolved')), 90 * MINUTE)).toBe(false);
    expect(isBreached(clockOf(moves(61, 'resolved')), 90 * MINUTE)).toBe(true);
  });
});

const isOver = (status: TicketStatus) => ['resolved', 'closed', 'withdrawn'].includes(status);

/** A history that the state machine allows, each fact with the status it found. */
interface Told {
  fact: SlaFact;
  found: TicketStatus;
}

const histories = fc
  .array(fc.record({ wait: fc.nat(120), kind: fc.nat(3), choice: fc.nat(5) }), { maxLength: 40 })
  .map((steps) => {
    const all: Told[] = [{ fact: created, found: 'new' }];
    let status: TicketStatus = 'new';
    let minute = 0;
    for (const { wait, kind, choice } of steps) {
      minute += wait;
      const moveTo = Object.keys(TRANSITIONS[status]) as TicketStatus[];
      const to = moveTo[choice % Math.max(1, moveTo.length)];
      const isMove = kind > 1 && to !== undefined;
      all.push({ fact: isMove ? moves(minute, to) : kind % 2 ? desk(minute) : asks(minute), found: status });
      if (isMove) status = to;
    }
    return all;
  });
const factsOf = (all: readonly Told[]) => all.map(({ fact }) => fact);
const responses = (clocks: BareClock[]) => clocks.filter(({ metric }) => metric !== 'resolution');
const statusOf = (fact: SlaFact | undefined): TicketStatus | null => (fact?.kind === 'status' ? fact.status : null);
const property = (check: (all: Told[]) => void) => fc.assert(fc.property(histories, check), { numRuns: 500 });

describe('for every history', () => {
  it('no move between active statuses touches a response', () =>
    property((all) => {
      const kept = all.filter(({ fact, found }) => {
        const to = statusOf(fact);
        return to === null || isOver(to) || isOver(found);
      });
      expect(responses(bareClocks(factsOf(kept)))).toEqual(responses(bareClocks(factsOf(all))));
    }));

  it('no message to a ticket that has ended starts, meets or cancels anything', () =>
    property((all) => {
      const kept = all.filter(({ fact, found }) => fact.kind === 'status' || !isOver(found));
      expect(bareClocks(factsOf(kept))).toEqual(bareClocks(factsOf(all)));
    }));

  it('the first response is met by the first reply before the first end, and never starts again', () =>
    property((all) => {
      const end = all.findIndex(({ fact }) => isOver(statusOf(fact) ?? 'new'));
      const reply = all.findIndex(({ fact }) => fact.kind === 'desk_reply');
      const [first, ...others] = only(bareClocks(factsOf(all)), 'first_response');
      const isMet = reply >= 0 && (end < 0 || reply < end);
      expect(others).toEqual([]);
      expect(first?.metAt).toBe(isMet ? all[reply]?.fact.at : null);
      expect(first?.cancelledAt).toBe(!isMet && end >= 0 ? all[end]?.fact.at : null);
    }));

  it('there is a resolution cycle for the beginning and one for each reopening', () =>
    property((all) => {
      const reopened = all.filter(({ fact, found }) => isOver(found) && !isOver(statusOf(fact) ?? 'closed'));
      const cycles = only(bareClocks(factsOf(all)), 'resolution');
      expect(cycles.map(({ startedAt }) => startedAt)).toEqual([0, ...reopened.map(({ fact }) => fact.at)]);
      expect(cycles.map(({ cycle }) => cycle)).toEqual(cycles.map((_clock, index) => index + 1));
      for (const clock of cycles.slice(0, -1)) expect(clock.metAt).not.toBeNull();
    }));

  it('a resolution is paused exactly while its ticket waits', () =>
    property((all) => {
      const pauses = only(bareClocks(factsOf(all)), 'resolution').flatMap((clock) => clock.pauses);
      const end = (all.at(-1) as Told).fact.at;
      const paused = pauses.reduce((sum, { from, to }) => sum + (to ?? end) - from, 0);
      const waited = all.reduce(
        (sum, { fact, found }, index) => sum + (found === 'waiting' ? fact.at - (all[index - 1] as Told).fact.at : 0),
        0,
      );
      expect(paused).toBe(waited);
    }));

  it('at most one clock of a metric runs, and one that ended never changes again', () =>
    property((all) => {
      const whole = bareClocks(factsOf(all));
      for (let length = 1; length <= all.length; length++) {
        const sofar = bareClocks(factsOf(all.slice(0, length)));
        for (const [index, clock] of sofar.entries()) {
          if (endedAt(clock) !== null) expect(whole[index]).toEqual(clock);
          else expect(whole[index]).toMatchObject({ metric: clock.metric, startedAt: clock.startedAt });
        }
        const running = sofar.filter((clock) => endedAt(clock) === null).map(({ metric }) => metric);
        expect(new Set(running).size).toBe(running.length);
      }
    }));

  it('other terms move deadlines and nothing else', () =>
    property((all) => {
      const bare = ({ targetMinutes: _target, dueAt: _due, ...clock }: TicketClock) => clock;
      const strict = ticketClocks(factsOf(all), () => ({ calendar, targetMinutes: 1 }));
      expect(strict.map(bare)).toEqual(ticketClocks(factsOf(all), hour).map(bare));
      expect(strict.map(bare)).toEqual(bareClocks(factsOf(all)));
    }));

  it('a broken promise stays broken as time goes by', () =>
    property((all) => {
      for (const clock of ticketClocks(factsOf(all), hour)) {
        const moments = [30, 60, 120, 1000, 1e5].map((minute) => isBreached(clock, minute * MINUTE));
        expect([...moments].sort()).toEqual(moments);
      }
    }));
});
