import { dayCount, instantsOf, lastDays, midnight, periodOf } from './period';

const NOW = new Date('2026-11-21T23:30:00Z');

test('a day begins at local midnight, also when the clocks change', () => {
  expect(midnight('2026-10-25', 'Europe/Berlin').toISOString()).toBe('2026-10-24T22:00:00.000Z');
  expect(midnight('2026-10-26', 'Europe/Berlin').toISOString()).toBe('2026-10-25T23:00:00.000Z');
  expect(midnight('2026-03-08', 'America/New_York').toISOString()).toBe('2026-03-08T05:00:00.000Z');
  expect(midnight('2026-03-09', 'America/New_York').toISOString()).toBe('2026-03-09T04:00:00.000Z');
  expect(midnight('2026-11-21', 'Asia/Kolkata').toISOString()).toBe('2026-11-20T18:30:00.000Z');
});

test('the last days end with today in the reader’s zone', () => {
  expect(lastDays(7, NOW, 'UTC')).toEqual({ from: '2026-11-15', to: '2026-11-21' });
  expect(lastDays(7, NOW, 'Europe/Berlin')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
});

test('the address decides, nonsense does not', () => {
  const period = (search: string) => periodOf(new URLSearchParams(search), NOW, 'UTC');
  expect(period('from=2026-10-01&to=2026-10-31')).toEqual({ from: '2026-10-01', to: '2026-10-31', preset: null });
  expect(period('days=90').preset).toBe(90);
  for (const nonsense of [
    '',
    'days=5',
    'from=2026-10-31&to=2026-10-01',
    'from=1999-01-01&to=2026-10-01',
    'from=x&to=y',
  ])
    expect(period(nonsense)).toMatchObject({ preset: 28, to: '2026-11-21' });
});

test('a range covers its last day', () => {
  const range = { from: '2026-11-01', to: '2026-11-02' };
  expect(instantsOf(range, 'UTC')).toEqual({ from: '2026-11-01T00:00:00.000Z', to: '2026-11-03T00:00:00.000Z' });
  expect(dayCount(range)).toBe(2);
});
