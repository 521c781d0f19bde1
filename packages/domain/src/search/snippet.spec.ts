import fc from 'fast-check';
import { parseSearch } from './search-query.js';
import { snippetOf } from './snippet.js';

const marks = ['[', ']'] as const;
const snippet = (text: string, query: string) => snippetOf(text, parseSearch(query).terms, marks);

describe('a snippet', () => {
  it.each([
    ['The printer is on fire', 'printer', 'The [printer] is on fire'],
    ['The Printer, again', 'PRINTER', 'The [Printer], again'],
    ['Café à la carte', 'cafe', '[Café] à la carte'],
    ['A paper jam, no paper', '"paper jam"', 'A [paper jam], no paper'],
    ['Printers print prints', 'print*', '[Printers] [print] [prints]'],
    ['See ACME-1042', '1042', 'See ACME-[1042]'],
    ['See ACME-1042', 'acme-1042', 'See [ACME-1042]'],
    ['Nothing here', 'printer', 'Nothing here'],
    ['one\n\n two\tthree', 'two', 'one [two] three'],
    ['打印机坏了', '打印机坏了', '[打印机坏了]'],
    ['الطابعة معطلة', 'معطلة', 'الطابعة [معطلة]'],
  ])('of %j for %j', (text, query, expected) => expect(snippet(text, query)).toBe(expected));

  it('shows the place where most of the terms are', () => {
    const filler = 'and nothing happened '.repeat(30);
    expect(snippet(`printer ${filler} the printer has a paper jam ${filler}`, 'printer paper jam')).toMatch(
      /^… .*\[printer\] has a \[paper\] \[jam\].* …$/,
    );
  });

  it('is short, keeps the text, and marks in pairs, for every text', () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('printer', ' ', 'jam', '[', ']', '\u0301'));
    const text = fc.array(piece, { maxLength: 80 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (written) => {
        const found = snippet(written, 'printer jam* "paper printer"');
        expect(found.length).toBeLessThan(500);
        expect(found.replace(/\[[^[\]]+\]/g, '')).not.toMatch(/[[\]]/);
        const shown = found.replace(/^… | …$|[[\]]/g, '');
        expect(written.replace(/[\s[\]]+/gu, ' ').trim()).toContain(shown);
      }),
    );
  });
});
