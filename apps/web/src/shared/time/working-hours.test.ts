import { barsOf, openMinutes, openMinutesOfWeek, readTime, weekRuns } from './working-hours';

it.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['9.30', '09:30'],
  ['17:05', '17:05'],
  ['17h', '17:00'],
  ['1730', '17:30'],
  ['24', null],
  ['25:00', null],
  ['9:75', null],
  ['', null],
  ['noon', null],
])('%p is typed for %p', (typed, time) => expect(readTime(typed)).toBe(time));

it('lets an end be the end of the day', () => expect(readTime('24', true)).toBe('24:00'));

const shifts = { mon: [['09:00', '17:00']], fri: [['22:00', '06:00']], sat: [['05:00', '08:00']] } as const;

it('carries a night over to the next day, and counts what overlaps once', () => {
  expect(barsOf(shifts, 4)).toEqual([{ from: 1320, to: 1440 }]);
  expect(barsOf(shifts, 5)).toEqual([
    { from: 0, to: 360, since: 'yesterday' },
    { from: 300, to: 480 },
  ]);
  expect(openMinutes(shifts, 5)).toBe(480);
  expect(openMinutesOfWeek(shifts)).toBe(480 + 120 + 480);
});

it('goes on from Sunday to Monday', () =>
  expect(barsOf({ sun: [['20:00', '02:00']] }, 0)).toEqual([{ from: 0, to: 120, since: 'yesterday' }]));

it('leaves out what is not typed to its end', () =>
  expect(
    barsOf(
      {
        mon: [
          ['09:', '17:00'],
          ['08:00', '08:00'],
        ],
      },
      0,
    ),
  ).toEqual([]));

it('tells days of the same hours together', () => {
  const office = [['09:00', '17:00']] as const;
  expect(weekRuns({ mon: office, tue: office, wed: office, fri: [['09:00', '12:00']] })).toEqual([
    { from: 0, to: 2, windows: office },
    { from: 4, to: 4, windows: [['09:00', '12:00']] },
  ]);
});
