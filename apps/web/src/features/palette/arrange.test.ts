import { arrange } from './arrange';
import { matchText, wordsOf } from './match';
import type { PaletteItem } from './palette-item';

const item = (group: PaletteItem['group'], label: string, more: Partial<PaletteItem> = {}): PaletteItem => ({
  id: `${group} ${label}`,
  group,
  label,
  ...more,
});

const ITEMS = [
  item('actions', 'Assign to Priya Raman', { onlyTyped: true }),
  item('actions', 'Assign to me'),
  item('actions', 'Set priority High', { onlyTyped: true }),
  item('tickets', 'Floor 2 printer adds a blank second page', {
    hint: 'ACME-1029 · Giulia Romano',
    href: '/queue/ACME-1029',
  }),
  item('tickets', 'Café closes early', { hint: 'ACME-1030 · João Álvarez', href: '/queue/ACME-1030' }),
  item('people', 'Priya Raman'),
  item('pages', 'Queue', { href: '/queue' }),
];

const shown = (typed: string, items = ITEMS) =>
  arrange(items, typed).flatMap((group) => group.items.map(({ item: { label } }) => label));

test('all words have to be found, wherever they stand', () => {
  expect(shown('assign pr')).toEqual(['Assign to Priya Raman']);
  expect(shown('priya')).toEqual(['Assign to Priya Raman', 'Priya Raman']);
  expect(shown('raman ass')).toEqual(['Assign to Priya Raman']);
  expect(shown('zebra')).toEqual([]);
});

test('a ticket is found by its number, its subject and who asked, with accents or without', () => {
  expect(shown('1029')).toEqual(['Floor 2 printer adds a blank second page']);
  expect(shown('giulia')).toEqual(['Floor 2 printer adds a blank second page']);
  expect(shown('cafe alvarez')).toEqual(['Café closes early']);
});

test('letters with others between still find it', () => {
  expect(shown('prntr')).toEqual(['Floor 2 printer adds a blank second page']);
  // Scattered over half a sentence is chance.
  expect(shown('fpbnk')).toEqual([]);
});

test('what is only for those who asked for it stays away until then', () => {
  expect(shown('')).toEqual(['Assign to me', 'Floor 2 printer adds a blank second page', 'Café closes early', 'Queue']);
});

test('the start of a name counts more than its inside', () => {
  const items = [item('pages', 'My people'), item('pages', 'Unpeopled'), item('pages', 'People')];
  expect(shown('people', items)).toEqual(['People', 'My people', 'Unpeopled']);
});

test('no two lines lead to the same place', () => {
  const again = item('found', 'Floor 2 printer adds a blank second page', { href: '/queue/ACME-1029', always: true });
  const other = item('found', 'Printer on floor 3', { href: '/queue/ACME-7', always: true });
  expect(shown('printer', [...ITEMS, again, other])).toEqual([
    'Floor 2 printer adds a blank second page',
    'Printer on floor 3',
  ]);
});

test('marks what was meant, joined where it touches', () => {
  expect(matchText(wordsOf('pri int'), 'printer print')?.spans).toEqual([{ from: 0, to: 5 }]);
  expect(matchText(wordsOf('É'), 'café')?.spans).toBeUndefined();
  expect(matchText(wordsOf('É'), 'cafe')?.spans).toEqual([{ from: 3, to: 4 }]);
});

test('a thousand tickets are arranged within a frame', () => {
  const many = Array.from({ length: 2000 }, (_, at) =>
    item('tickets', `Printer ${at} in the hall does not answer`, { hint: `ACME-${at} · Somebody` }),
  );
  arrange(many, 'p');
  const times = Array.from({ length: 21 }, (_, at) => {
    const began = performance.now();
    arrange(many, `print hal ${at}`);
    return performance.now() - began;
  });
  // Bounds a hang; the bench measures frames.
  expect(times.sort((one, other) => one - other)[10]).toBeLessThan(200);
});
