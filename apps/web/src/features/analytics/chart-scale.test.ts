import type { DayResponse, FigureResponse } from '@baton/contracts/analytics/analytics.response';
import { labelled, ticks, toBars } from './chart-scale';

const figure = (value: number, filter: string): FigureResponse => ({ value, tickets: value, filter });
const day = (index: number): DayResponse => ({
  from: `d${index}`,
  to: `d${index + 1}`,
  created: figure(1, `team=t&createdAfter=d${index}&createdBefore=d${index + 1}`),
  resolved: figure(2, `resolvedAfter=d${index}&resolvedBefore=d${index + 1}`),
  backlog: figure(index, `openAt=d${index + 1}`),
});
const days = (count: number) => Array.from({ length: count }, (_, index) => day(index));

test('short periods have a bar per day', () => expect(toBars(days(90))).toHaveLength(90));

test('long periods have a bar per week that lists the tickets of the whole week', () => {
  const bars = toBars(days(366));
  expect(bars).toHaveLength(53);
  expect(bars[1]).toEqual({
    from: 'd7',
    to: 'd14',
    created: figure(7, 'team=t&createdAfter=d7&createdBefore=d14'),
    resolved: figure(14, 'resolvedAfter=d7&resolvedBefore=d14'),
    backlog: figure(13, 'openAt=d14'),
  });
  expect(bars.at(-1)).toMatchObject({ from: 'd364', to: 'd366', created: { value: 2 } });
});

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [55, [0, 20, 40, 60]],
  [1000, [0, 500, 1000]],
])('ticks up to %i are round', (highest, expected) => expect(ticks(highest)).toEqual(expected));

test('labels keep the first and the last day', () => {
  expect([...labelled(28)]).toEqual([0, 7, 14, 20, 27]);
  expect([...labelled(3)]).toEqual([0, 1, 2]);
});
