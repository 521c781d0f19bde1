import { absenceProblems, hoursProblems, isAbsent, isOnShift, today } from './working-time.js';

const at = (instant: string) => Date.parse(instant);

describe('a shift', () => {
  const hours = {
    timeZone: 'Europe/Berlin',
    windows: { mon: [['09:00', '17:00']], fri: [['22:00', '06:00']] },
  } as const;

  it.each([
    ['2026-03-02T07:59:59Z', false],
    ['2026-03-02T08:00:00Z', true],
    ['2026-03-02T15:59:59Z', true],
    ['2026-03-02T16:00:00Z', false],
    // In summer the same wall clock is an hour earlier.
    ['2026-07-06T07:00:00Z', true],
    ['2026-07-06T15:00:00Z', false],
    // Over midnight.
    ['2026-03-06T21:00:00Z', true],
    ['2026-03-07T04:59:00Z', true],
    ['2026-03-07T05:00:00Z', false],
  ])('at %s is on: %s', (instant, expected) => expect(isOnShift(hours, at(instant))).toBe(expected));

  it('is always on for who has no hours', () => expect(isOnShift(null, 0)).toBe(true));

  it('says what makes no sense about hours', () => {
    expect(hoursProblems({ timeZone: 'UTC', windows: { mon: [['09:00', '09:00']] } })).toEqual([
      { path: 'windows.mon[0]', code: 'equal_ends' },
    ]);
  });
});

describe('an absence', () => {
  const absences = [{ from: '2026-03-02', to: '2026-03-03' }];

  it.each([
    ['Pacific/Auckland', '2026-03-01T11:00:00Z', true],
    ['UTC', '2026-03-01T23:59:59Z', false],
    ['UTC', '2026-03-02T00:00:00Z', true],
    ['UTC', '2026-03-03T23:59:59Z', true],
    ['UTC', '2026-03-04T00:00:00Z', false],
    ['America/Los_Angeles', '2026-03-04T00:00:00Z', true],
  ])('has its days by the clock of %s: %s, %s', (zone, instant, expected) =>
    expect(isAbsent(absences, zone, at(instant))).toBe(expected),
  );

  it('is refused when it is no day or ends before it begins', () => {
    expect(
      absenceProblems([
        ...absences,
        { from: '2026-02-29', to: '2026-03-01' },
        { from: '2026-03-02', to: '2026-03-01' },
        { from: '0000-12-31', to: '2026-03-01' },
      ]),
    ).toEqual(['1.from', '2.to', '3.from']);
  });
});

it('knows which day it is where', () => {
  expect(today('Asia/Kathmandu', at('2026-03-01T18:14:59Z'))).toBe('2026-03-01');
  expect(today('Asia/Kathmandu', at('2026-03-01T18:15:00Z'))).toBe('2026-03-02');
});
