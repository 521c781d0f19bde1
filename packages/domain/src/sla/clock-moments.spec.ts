import { clockMoments, fallenDue, nextMoment } from './clock-moments.js';
import { compileCalendar } from './compiled-calendar.js';
import type { TicketClock } from './ticket-clocks.js';

const at = (text: string) => Date.parse(`2026-01-${text}Z`);
const nineToFive = [['09:00', '17:00']] as const;
const calendar = compileCalendar({
  timeZone: 'UTC',
  windows: { mon: nineToFive, tue: nineToFive, wed: nineToFive },
  holidays: [],
});
/** Eight hours from Monday, 13:00: due on Tuesday at 13:00. */
const clock = (changes: Partial<TicketClock> = {}): TicketClock => ({
  metric: 'resolution',
  cycle: 1,
  startedAt: at('05T13:00'),
  targetMinutes: 480,
  dueAt: at('06T13:00'),
  metAt: null,
  cancelledAt: null,
  pauses: [],
  ...changes,
});
const moments = (changes?: Partial<TicketClock>, warnings = [75, 90]) =>
  clockMoments(clock(changes), calendar, warnings);

describe('clockMoments', () => {
  it('come at percents of the counted time, the breach at the deadline', () => {
    expect(moments()).toEqual([
      { percent: 75, at: at('06T11:00') },
      { percent: 90, at: at('06T12:12') },
      { percent: 100, at: at('06T13:00') },
    ]);
    expect(moments({}, [])).toEqual([{ percent: 100, at: at('06T13:00') }]);
  });

  it('move with a pause, and those behind a lasting one are not known', () => {
    const pause = { from: at('06T11:30'), to: at('06T12:30') };
    expect(moments({ pauses: [pause] }).map((moment) => moment.at)).toEqual([
      at('06T11:00'),
      at('06T13:12'),
      at('06T14:00'),
    ]);
    expect(moments({ pauses: [{ ...pause, to: null }] })).toEqual([{ percent: 75, at: at('06T11:00') }]);
  });

  it('end with the clock: an answer in the same moment is in time', () => {
    expect(moments({ metAt: at('06T12:00') })).toEqual([{ percent: 75, at: at('06T11:00') }]);
    expect(moments({ metAt: at('06T13:00') }).map(({ percent }) => percent)).toEqual([75, 90]);
    expect(moments({ cancelledAt: at('06T13:01') }).map(({ percent }) => percent)).toEqual([75, 90, 100]);
  });
});

describe('fallenDue and nextMoment', () => {
  it('divide what was not said into what is due and what comes next', () => {
    const all = moments();
    const percents = (said: number, now: number) => fallenDue(all, said, now).map(({ percent }) => percent);
    expect(percents(0, at('06T10:59'))).toEqual([]);
    expect(percents(0, at('06T11:00'))).toEqual([75]);
    expect(percents(75, at('06T12:12'))).toEqual([90]);
    expect(percents(0, at('09T00:00'))).toEqual([75, 90, 100]);
    expect(percents(100, at('09T00:00'))).toEqual([]);
    expect(nextMoment(all, 0, at('05T13:00'))?.percent).toBe(75);
    expect(nextMoment(all, 75, at('06T11:00'))?.percent).toBe(90);
    expect(nextMoment(all, 90, at('06T12:12'))).toEqual({ percent: 100, at: at('06T13:00') });
    expect(nextMoment(all, 100, at('06T13:00'))).toBeNull();
  });
});
