import type { ClockResponse } from '@baton/contracts/sla/sla.response';
import { countedAt, endedAt, latestClocks, lookAt, remainingAt, shareAt } from './clock-state';
import { endLine, headline, remainsWords, targetLine } from './clock-words';
import { byDay, drawn, piecesOf } from './intervals';

const at = (local: string) => Date.parse(`2026-11-${local}:00.000Z`);
const iso = (local: string) => new Date(at(local)).toISOString();
const interval = (from: string, to: string, kind: ClockResponse['intervals'][number]['kind']) => ({
  from: iso(from),
  to: iso(to),
  kind,
});

/** As the design draws it: 8 hours from Wednesday afternoon, a night and a wait between. */
const resolution: ClockResponse = {
  metric: 'resolution',
  cycle: 1,
  state: 'running',
  startedAt: iso('18T16:52'),
  dueAt: iso('19T15:36'),
  metAt: null,
  breachedAt: null,
  targetMinutes: 480,
  countedMs: 0,
  remainingMs: 0,
  policyName: 'Standard',
  calendar: { name: 'Head office', timeZone: 'Europe/Berlin', version: 7 },
  warnings: [
    { percent: 75, at: iso('19T13:36'), fired: false },
    { percent: 90, at: iso('19T14:48'), fired: false },
  ],
  intervals: [
    interval('18T16:52', '18T18:00', 'counted'),
    interval('18T18:00', '19T08:00', 'closed'),
    interval('19T08:00', '19T08:47', 'counted'),
    interval('19T08:47', '19T09:31', 'paused'),
    interval('19T09:31', '19T15:36', 'counted'),
  ],
  recomputed: true,
};
const now = at('19T10:42');
const clock = (more: Partial<ClockResponse>): ClockResponse => ({ ...resolution, ...more });

it('counts what is left by working time, without asking', () => {
  expect(countedAt(resolution, now)).toBe((68 + 47 + 71) * 60_000);
  expect(remainsWords(resolution, now)).toBe('4h 54m');
  expect(headline(resolution, now)).toEqual({ figure: '4h 54m', about: 'left of 8h' });
  expect(targetLine(resolution, now)).toBe('Target 8h, paused 44m');
  expect(endLine(resolution, now, 'UTC')).toBe('due 15:36');
  expect(shareAt(resolution, now)).toBeCloseTo(186 / 480);
});

it('warns and is overdue by itself', () => {
  expect(lookAt(resolution, now)).toBe('calm');
  expect(lookAt(resolution, at('19T13:36'))).toBe('warned');
  expect(lookAt(resolution, at('19T15:36'))).toBe('over');
  expect(remainsWords(resolution, at('19T15:48'))).toBe('12m over');
  expect(remainingAt(resolution, at('19T15:48'))).toBe(-12 * 60_000);
  expect(endLine(resolution, at('19T15:48'), 'UTC')).toBe('was due 15:36');
});

it.each([
  [clock({ state: 'paused', dueAt: null, countedMs: 186 * 60_000 }), 'Paused', '4h 54m left', '4h 54m'],
  [clock({ state: 'met', metAt: iso('18T17:05'), countedMs: 13 * 60_000 }), 'in 13m', 'met Wed 17:05', '13m'],
  [clock({ state: 'breached', metAt: iso('19T15:56'), countedMs: 500 * 60_000 }), '20m over', 'met 15:56', '8h 20m'],
  [clock({ state: 'cancelled', countedMs: 68 * 60_000 }), 'Not needed', 'ended', '1h 8m'],
])('tells what became of it', (given, remains, end, figure) => {
  expect(remainsWords(given, at('19T16:00'))).toBe(remains);
  expect(endLine(given, at('19T16:00'), 'UTC')).toBe(end);
  expect(headline(given, at('19T16:00')).figure).toBe(figure);
});

it('knows when it stopped for good', () => {
  expect(endedAt(resolution)).toBeNull();
  expect(endedAt(clock({ metAt: iso('18T17:05') }))).toBe(at('18T17:05'));
  expect(endedAt(clock({ state: 'cancelled', countedMs: 78 * 60_000 }))).toBe(at('19T08:10'));
});

it('shows the latest of each promise, the open ones by their deadline', () => {
  const others = [
    clock({ metric: 'first_response', state: 'met', metAt: iso('18T17:05') }),
    clock({ metric: 'next_response', cycle: 1, state: 'met', metAt: iso('19T09:58') }),
    resolution,
    clock({ metric: 'next_response', cycle: 2, dueAt: iso('19T10:48') }),
  ];
  expect(latestClocks(others).map(({ metric, cycle }) => [metric, cycle])).toEqual([
    ['next_response', 2],
    ['resolution', 1],
    ['first_response', 1],
  ]);
});

it('cuts the time at now, by days', () => {
  const { past, ahead } = piecesOf(resolution.intervals, now);
  expect(past.at(-1)).toEqual({ from: at('19T09:31'), to: now, kind: 'counted', running: true });
  expect(ahead).toEqual([{ from: now, to: at('19T15:36'), kind: 'ahead' }]);
  expect(byDay([...past, ...ahead], (ms) => new Date(ms).toISOString().slice(8, 10)).map(({ day }) => day)).toEqual([
    '18',
    '19',
  ]);
});

it('draws a closed night narrow, and leaves closed time out of what is too long', () => {
  const { past } = piecesOf(resolution.intervals);
  const [first, night] = drawn(past);
  expect(night!.width).toBeLessThan(first!.width);
  const days = Array.from({ length: 50 }, (_, day) => [
    { from: day * 10, to: day * 10 + 4, kind: 'counted' as const },
    { from: day * 10 + 4, to: day * 10 + 10, kind: 'closed' as const },
  ]).flat();
  expect(drawn(days)).toEqual([{ from: 0, to: 200, kind: 'counted', width: 200 }]);
});
