import fc from 'fast-check';
import { formatSearch, isStillTyped, parseSearch, SEARCH_OPERATORS, type SearchOperatorName } from './search-query.js';

const word = (text: string, negated = false) => ({ kind: 'word', text, negated });

describe('reading a search', () => {
  it('tells words, phrases and prefixes apart', () => {
    expect(parseSearch('printer "paper jam" pre* -scanner -"third floor"').terms).toEqual([
      word('printer'),
      { kind: 'phrase', text: 'paper jam', negated: false },
      { kind: 'prefix', text: 'pre', negated: false },
      word('scanner', true),
      { kind: 'phrase', text: 'third floor', negated: true },
    ]);
  });

  it.each([
    ['status:open', 'status', ':', 'open'],
    ['from:"Ana Li"', 'from', ':', 'Ana Li'],
    ['FROM:ana', 'from', ':', 'ana'],
    ['assignee:me', 'assignee', ':', 'me'],
    ['created>2026-01-01', 'created', '>', '2026-01-01'],
    ['created:>=2026-01-01', 'created', '>=', '2026-01-01'],
    ['updated<2026-01-01', 'updated', '<', '2026-01-01'],
    ['before:2026-01-01', 'before', ':', '2026-01-01'],
    ['has:attachment', 'has', ':', 'attachment'],
    ['tag:wi-fi', 'tag', ':', 'wi-fi'],
  ])('%s', (text, name, comparison, value) => {
    expect(parseSearch(text)).toEqual({
      terms: [],
      operators: [{ name, comparison, value, negated: false }],
      problems: [],
    });
  });

  it.each([
    ['status:"In progress"', ['in_progress']],
    ['status:new,open', ['new', 'open']],
    ['in:Note', ['note']],
  ])('reads the words of %s', (text, values) => {
    expect(parseSearch(text).operators.map(({ value }) => value)).toEqual(values);
  });

  it.each([
    'status:opne',
    'priority:5',
    'has:money',
    'in:trash',
    'created:2026-02-31',
    'before:yesterday',
    'after:0000-01-01',
  ])('names the value it does not know: %s', (text) => {
    const [operator, value] = text.split(':');
    expect(parseSearch(text)).toEqual({
      terms: [],
      operators: [],
      problems: [{ operator, value, code: 'unknown_value' }],
    });
  });

  it('lets a last word go on until something closes it', () => {
    const open = (text: string) => parseSearch(text).terms.map((term) => isStillTyped(text, term));
    expect(open('paper prin')).toEqual([false, true]);
    expect(open('prin ')).toEqual([false]);
    expect(open('"prin"')).toEqual([false]);
    expect(open('-prin')).toEqual([false]);
  });

  it('negates operators too', () => {
    expect(parseSearch('-tag:vpn').operators).toMatchObject([{ name: 'tag', value: 'vpn', negated: true }]);
  });

  it('names what it does not know and looks for it as text', () => {
    expect(parseSearch('error:timeout')).toEqual({
      terms: [word('error:timeout')],
      operators: [],
      problems: [{ operator: 'error', value: 'timeout', code: 'unknown_operator' }],
    });
    expect(parseSearch('status:').problems).toEqual([{ operator: 'status', value: '', code: 'missing_value' }]);
  });

  it('takes addresses, times, numbers and loose signs for text', () => {
    for (const text of ['https://baton.test/x', '10:30', 'ACME-1042', 'c++', 'subject:', 'a<b', '&|!', "o'neill"])
      expect(parseSearch(text)).toEqual({ terms: [word(text)], operators: [], problems: [] });
  });

  it('lets a quotation that is never closed run to the end', () => {
    expect(parseSearch('"paper jam').terms).toEqual([{ kind: 'phrase', text: 'paper jam', negated: false }]);
  });

  it('has nothing to look for in blanks and signs that stand alone', () => {
    for (const text of ['', '   ', '-', '""', '*', '-*', '"  "']) expect(parseSearch(text).terms).toEqual([]);
  });
});

describe('for every text', () => {
  const names = Object.keys(SEARCH_OPERATORS) as SearchOperatorName[];
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string(),
    fc.constantFrom(
      '"',
      '-',
      '*',
      ':',
      ' ',
      '\t',
      '>',
      '<',
      '>=',
      '\u00a0',
      '\ud800',
      'x:y',
      ...names.map((n) => `${n}:`),
    ),
  );
  const anything = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));

  it('never throws and keeps only what was typed', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const term of parseSearch(text).terms) {
          expect(text).toContain(term.text);
          expect(term.text.trim()).not.toBe('');
        }
      }),
    );
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { terms, operators } = parseSearch(text);
        const again = parseSearch(formatSearch({ terms, operators }));
        expect({ terms: again.terms, operators: again.operators }).toEqual({ terms, operators });
      }),
      { numRuns: 1000 },
    );
  });
});
