import fc from 'fast-check';
import type { Calendar, Window } from './calendar.js';
import { dueAt, elapsed, intervals, type Pause } from './clock.js';
import { compileCalendar } from './compiled-calendar.js';

const MINUTE = 60_000;
const at = (text: string) => Date.parse(text);
const iso = (ms: number | null) => ms && new Date(ms).toISOString().replace(':00.000Z', 'Z');
const weekdays = (...windows: Window[]): Calendar['windows'] => {
  return { mon: windows, tue: windows, wed: windows, thu: windows, fri: windows };
};
const calendar = (changes: Partial<Calendar> = {}) =>
  compileCalendar({ timeZone: 'Europe/Berlin', windows: weekdays(['09:00', '17:00']), holidays: [], ...changes });
const due = (of: Partial<Calendar>, start: string, minutes: number, pauses: Pause[] = []) =>
  iso(dueAt(calendar(of), at(start), minutes, pauses));
const listed = (of: Partial<Calendar>, from: string, to: string, pauses: Pause[] = []) =>
  intervals(calendar(of), at(from), at(to), pauses).map((one) => `${iso(one.from)} ${one.kind}`);

describe('dueAt', () => {
  it('is the closing time when the target is used up exactly then', () => {
    expect(due({}, '2026-01-05T08:00Z', 480)).toBe('2026-01-05T16:00Z');
    expect(due({}, '2026-01-05T08:00Z', 481)).toBe('2026-01-06T08:01Z');
    expect(due({}, '2026-01-09T15:00Z', 60)).toBe('2026-01-09T16:00Z');
  });

  it('is where a pause begins when the target is used up exactly then', () => {
    const pauses = [{ from: at('2026-01-05T09:00Z'), to: at('2026-01-05T10:00Z') }];
    expect(due({}, '2026-01-05T08:00Z', 60, pauses)).toBe('2026-01-05T09:00Z');
    expect(due({}, '2026-01-05T08:00Z', 61, pauses)).toBe('2026-01-05T10:01Z');
  });

  it('is closing time on each day of a year, wherever what is remembered of the calendar is divided', () => {
    const windows = { ...weekdays(['09:00', '17:00']), sat: [['09:00', '17:00']], sun: [['00:00', '24:00']] } as const;
    const compiled = calendar({ timeZone: 'UTC', windows });
    for (let day = at('2026-01-01T00:00Z'); day < at('2027-01-01T00:00Z'); day += 24 * 60 * MINUTE) {
      const closing = new Date(day).getUTCDay() === 0 ? 24 : 17;
      expect(dueAt(compiled, day, (closing === 24 ? 24 : 8) * 60, [])).toBe(day + closing * 60 * MINUTE);
    }
  });

  it('begins to count at the next opening when it starts in closed time', () => {
    expect(due({}, '2026-01-09T20:00Z', 30)).toBe('2026-01-12T08:30Z');
    expect(due({}, '2026-01-05T16:00Z', 1)).toBe('2026-01-06T08:01Z');
  });

  it('runs through all day, every day, around the clock', () => {
    const windows = { ...weekdays(['00:00', '24:00']), sat: [['00:00', '24:00']], sun: [['00:00', '24:00']] } as const;
    expect(due({ windows }, '2026-01-05T08:00Z', 7 * 1440)).toBe('2026-01-12T08:00Z');
  });

  it('counts an overnight window the hours there are: one less in spring, one more in autumn', () => {
    const windows = { sat: [['22:00', '06:00']] } as const;
    expect(due({ windows }, '2026-03-28T20:00Z', 7 * 60)).toBe('2026-03-29T04:00Z');
    expect(due({ windows }, '2026-10-24T19:00Z', 9 * 60)).toBe('2026-10-25T05:00Z');
    expect(due({ windows }, '2026-11-07T20:00Z', 8 * 60)).toBe('2026-11-08T05:00Z');
  });

  it('opens a repeated hour twice and a skipped one never', () => {
    const windows = { sun: [['02:00', '03:00']] } as const;
    expect(listed({ windows }, '2026-10-25T00:00Z', '2026-10-25T03:00Z')).toEqual([
      '2026-10-25T00:00Z counted',
      '2026-10-25T02:00Z closed',
    ]);
    expect(listed({ windows }, '2026-03-29T00:00Z', '2026-03-29T03:00Z')).toEqual(['2026-03-29T00:00Z closed']);
  });

  it('loses to a holiday all that falls on its date, also of the night before', () => {
    const windows = { thu: [['22:00', '06:00']] } as const;
    expect(listed({ windows, holidays: [{ date: '2026-01-02' }] }, '2026-01-01T21:00Z', '2026-01-02T06:00Z')).toEqual([
      '2026-01-01T21:00Z counted',
      '2026-01-01T23:00Z holiday',
      '2026-01-02T05:00Z closed',
    ]);
    const partial = [
      { date: '2026-01-02', from: '01:00', to: '02:00' },
      { date: '2026-01-02', from: '05:00' },
    ];
    expect(listed({ windows, holidays: partial }, '2026-01-01T21:00Z', '2026-01-02T06:00Z')).toEqual([
      '2026-01-01T21:00Z counted',
      '2026-01-02T00:00Z holiday',
      '2026-01-02T01:00Z counted',
      '2026-01-02T04:00Z holiday',
      '2026-01-02T05:00Z closed',
    ]);
  });

  it('never comes while a pause lasts, unless it came before', () => {
    const pauses = [{ from: at('2026-01-05T09:00Z'), to: null }];
    expect(due({}, '2026-01-05T08:00Z', 61, pauses)).toBeNull();
    expect(due({}, '2026-01-05T08:00Z', 60, pauses)).toBe('2026-01-05T09:00Z');
  });

  it('is given up, in no time, where it lies beyond what anybody plans', () => {
    const began = performance.now();
    expect(due({ windows: { mon: [['09:00', '09:01']] } }, '2026-01-05T08:00Z', 5000)).toBeNull();
    const farAway = [{ from: at('+050000-01-01T00:00Z'), to: at('+060000-01-01T00:00Z') }];
    expect(due({}, '2026-01-05T08:00Z', 60, farAway)).toBe('2026-01-05T09:00Z');
    expect(
      due({}, '2026-01-05T08:00Z', 61, [{ from: at('2026-01-05T09:00Z'), to: at('9999-01-01T00:00Z') }]),
    ).toBeNull();
    expect(due({}, '+275760-09-13T00:00Z', 60)).toBeNull();
    expect(due({}, '-271821-04-20T00:00Z', 60)).toBeNull();
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('intervals', () => {
  it('say of all the time why it counted or did not, the calendar before the pause', () => {
    const pauses = [{ from: at('2026-01-05T15:00Z'), to: at('2026-01-06T09:00Z') }];
    expect(listed({}, '2026-01-05T08:00Z', '2026-01-06T10:00Z', pauses)).toEqual([
      '2026-01-05T08:00Z counted',
      '2026-01-05T15:00Z paused',
      '2026-01-05T16:00Z closed',
      '2026-01-06T08:00Z paused',
      '2026-01-06T09:00Z counted',
    ]);
  });
});

const time = fc
  .integer({ min: 0, max: 1439 })
  .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);
const windowList = fc.array(
  fc.tuple(time, time).filter(([from, to]) => from !== to),
  { maxLength: 3 },
);
const zones = ['Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Havana', 'Antarctica/Troll'] as const;
const calendars = fc.record({
  timeZone: fc.constantFrom(...zones),
  // One window at least.
  windows: fc.record({ mon: windowList, wed: windowList, sat: windowList, sun: fc.constant([['01:00', '05:00']]) }),
  holidays: fc.array(
    fc.integer({ min: 1, max: 28 }).map((day) => ({ date: `2026-03-${String(day).padStart(2, '0')}`, to: '13:00' })),
    { maxLength: 4 },
  ),
}) as fc.Arbitrary<Calendar>;
/** To the millisecond. */
const moments = fc.integer({ min: at('2026-02-20T00:00Z'), max: at('2026-11-10T00:00Z') });
const pauseLists = (start: number) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -1e8, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }))
      .map(([from, length]): Pause => ({ from: start + from, to: start + from + length })),
    { maxLength: 5 },
  );
const histories = fc
  .record({ calendar: calendars, start: moments, minutes: fc.integer({ min: 1, max: 5000 }) })
  .chain((base) => pauseLists(base.start).map((pauses) => ({ ...base, pauses })));

describe('dueAt and elapsed', () => {
  it('are inverse, and the deadline is the earliest such moment', () => {
    fc.assert(
      fc.property(histories, ({ calendar: one, start, minutes, pauses }) => {
        const compiled = compileCalendar(one);
        const deadline = dueAt(compiled, start, minutes, pauses) as number;
        expect(elapsed(compiled, start, deadline, pauses)).toBe(minutes * MINUTE);
        expect(elapsed(compiled, start, deadline - 1, pauses)).toBe(minutes * MINUTE - 1);
      }),
      { numRuns: 500 },
    );
  });

  it('counts what the intervals list, which have no gaps', () => {
    fc.assert(
      fc.property(histories, fc.nat(4e9), ({ calendar: one, start, pauses }, length) => {
        const compiled = compileCalendar(one);
        const list = intervals(compiled, start, start + length, pauses);
        const counted = list.filter(({ kind }) => kind === 'counted').reduce((sum, { from, to }) => sum + to - from, 0);
        expect(counted).toBe(elapsed(compiled, start, start + length, pauses));
        const ends = [start, ...list.map(({ to }) => to)];
        for (const [index, { from }] of list.entries()) expect(from).toBe(ends[index]);
        if (length > 0) expect(ends.at(-1)).toBe(start + length);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of the pauses, nor on what was asked before', () => {
    fc.assert(
      fc.property(histories, moments, ({ calendar: one, start, minutes, pauses }, before) => {
        const used = compileCalendar(one);
        dueAt(used, before, minutes, []);
        expect(dueAt(used, start, minutes, pauses.toReversed())).toBe(
          dueAt(compileCalendar(one), start, minutes, pauses),
        );
      }),
      { numRuns: 200 },
    );
  });
});

it('sets 100 000 deadlines over a year with 15 holidays in a second', () => {
  const days = ['01-01', '01-06', '02-14', '03-08', '04-03', '04-06', '05-01', '05-14', '05-25', '06-04', '08-15'];
  const holidays = [...days, '10-03', '11-01', '12-25', '12-26'].map((day) => ({ date: `2026-${day}` }));
  const compiled = calendar({ windows: weekdays(['09:00', '12:30'], ['13:30', '18:00']), holidays });
  const began = performance.now();
  for (let index = 0; index < 100_000; index++) {
    dueAt(compiled, at('2026-01-01T00:00Z') + index * 315_360, 30 + (index % 2400), []);
  }
  const took = performance.now() - began;
  console.log(`100 000 deadlines in ${took.toFixed(0)} ms`);
  expect(took).toBeLessThan(10_000);
});
