import { initials, personHue } from './person-hue';

test('a person keeps one of eight hues', () => {
  const ids = Array.from({ length: 400 }, (_, index) => `0190a000-0000-7000-8000-${String(index).padStart(12, '0')}`);
  const used = new Set(ids.map(personHue));
  expect([...used].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(ids.map(personHue)).toEqual(ids.map(personHue));
});

test.each([
  ['Yuki Tanaka', 'YT'],
  ['Nguyễn Thị Minh Anh', 'NA'],
  ['  Cher ', 'C'],
  ['łukasz żak', 'ŁŻ'],
  ['😀 Smile', '😀S'],
  ['', ''],
])('initials of %p are %p', (name, letters) => expect(initials(name)).toBe(letters));
