import { readLength, writeLength } from './length';

it.each([
  ['30m', 30],
  ['30', 30],
  ['4h', 240],
  ['1.5h', 90],
  ['1,5 h', 90],
  ['1h30', 90],
  ['2d 4h', 3120],
  ['2 days 4 hours', 3120],
  ['45 min', 45],
  ['0.001h', null],
  ['soon', null],
  ['4h later', null],
  ['-4h', null],
  ['', null],
])('%p is %p minutes', (typed, minutes) => expect(readLength(typed)).toBe(minutes));

it.each([
  [30, '30m'],
  [90, '1h 30m'],
  [3150, '52h 30m'],
  [1441, '24h 1m'],
])('%p minutes are written %p and read again', (minutes, text) => {
  expect(writeLength(minutes)).toBe(text);
  expect(readLength(text)).toBe(minutes);
});
