import fc from 'fast-check';
import { formatEmployeeNumber, formatTicketNumber, parseTicketNumber } from './ticket-number.js';

describe('ticket numbers', () => {
  it('survive being written and read', () => {
    const prefix = fc.stringMatching(/^[A-Z][A-Z0-9]{1,9}$/);
    fc.assert(
      fc.property(prefix, fc.integer({ min: 1, max: 999_999_999 }), (letters, number) => {
        const expected = { prefix: letters, number };
        expect(parseTicketNumber(formatTicketNumber(letters, number))).toEqual(expected);
        expect(parseTicketNumber(formatTicketNumber(letters, number).toLowerCase())).toEqual(expected);
        expect(parseTicketNumber(String(number))).toEqual({ prefix: null, number });
      }),
    );
  });

  it.each([
    '',
    'ACME',
    'ACME-',
    'ACME-0',
    'ACME-01',
    '-1',
    '1.5',
    '1e3',
    'A-1',
    '1ACME-1',
    'ACME-1234567890',
    'ACME 1',
    'ACME-1\n',
    ' 1',
    '0190a6d2-7e4f-7000-8000-000000000000',
  ])('are not %j', (text) => expect(parseTicketNumber(text)).toBeNull());
});

it('writes employee numbers with at least four digits', () => {
  expect([1, 42, 9999, 10_000].map(formatEmployeeNumber)).toEqual(['EMP-0001', 'EMP-0042', 'EMP-9999', 'EMP-10000']);
});
