import { formatAge, formatAgo, formatClock, formatDuration } from './format-time';

const zone = 'Europe/Berlin';
const now = new Date('2026-11-19T09:41:00Z');
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test.each([
  [42, '42s'],
  [402, '6m 42s'],
  [41 * 60, '41m'],
  [4 * 3600 + 54 * 60, '4h 54m'],
  [26 * 3600, '1d 2h'],
  [48 * 3600, '2d'],
])('%p seconds last %p', (seconds, text) => expect(formatDuration(seconds * 1000)).toBe(text));

test.each([
  [0, 'now'],
  [18, '18m'],
  [200, '3h'],
  [2 * 1440, '2d'],
  [38 * 1440, '12 Oct'],
  [400 * 1440, '15 Oct 2025'],
])('%p minutes ago is %p', (minutes, text) => expect(formatAge(before(minutes), now, zone)).toBe(text));

test('inside a sentence', () => {
  expect(formatAgo(before(18), now, zone)).toBe('18m ago');
  expect(formatAgo(before(38 * 1440), now, zone)).toBe('on 12 Oct');
  expect(formatAgo(now, now, zone)).toBe('just now');
});

test('clock times are in the reader’s zone', () => {
  expect(formatClock(before(60), now, zone)).toBe('09:41');
  expect(formatClock(before(60), now, 'Asia/Tokyo')).toBe('17:41');
  expect(formatClock(before(1440), now, zone)).toBe('Wed 10:41');
  expect(formatClock(before(38 * 1440), now, zone)).toBe('12 Oct 11:41');
});
