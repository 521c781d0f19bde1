import { changedValues, fieldIdOf, valueName } from './changed-values.js';
import { FIELD_TEXT_MAX, type FieldKind, problemOf } from './custom-field.js';
import { formatFieldCondition, parseFieldCondition } from './field-condition.js';

const options = ['Berlin', 'Munich'];

describe('a value suits its field', () => {
  it.each<[FieldKind, unknown, boolean]>([
    ['text', 'x', true],
    ['text', '', false],
    ['text', 'x'.repeat(FIELD_TEXT_MAX), true],
    ['text', 'x'.repeat(FIELD_TEXT_MAX + 1), false],
    ['text', 5, false],
    ['number', 5, true],
    ['number', -0.25, true],
    ['number', 1e300, false],
    ['number', Number.NaN, false],
    ['number', '5', false],
    ['date', '2028-02-29', true],
    ['date', '2026-02-29', false],
    ['date', '2026-2-1', false],
    ['date', '2026-03-01T00:00:00Z', false],
    ['choice', 'Berlin', true],
    ['choice', 'berlin', false],
    ['choice', null, false],
  ])('%s %j: %s', (kind, value, suits) => {
    expect(problemOf({ kind, options: kind === 'choice' ? options : [] }, value) === null).toBe(suits);
  });
});

describe('a condition on a field', () => {
  const fieldId = '01900000-0000-7001-8000-000000000001';

  it.each(['eq:Paper: jam, 2', 'gte:2026-01-01', 'lte:-5', 'has:ü'])('%s is read and written', (rest) => {
    const condition = parseFieldCondition(`${fieldId}:${rest}`);
    expect(condition).toMatchObject({ fieldId, operator: rest.split(':')[0] });
    expect(formatFieldCondition(condition!)).toBe(`${fieldId}:${rest}`);
  });

  it.each(['', fieldId, `${fieldId}:eq`, `${fieldId}:eq:`, `${fieldId}:like:x`, 'x:eq:1'])('%j is none', (text) => {
    expect(parseFieldCondition(text)).toBeNull();
  });
});

it('names the values that differ', () => {
  const names = changedValues({ a: 1, b: 'x', c: 2 }, { b: 'x', c: 3, d: 'new' });
  expect(names).toEqual([valueName('a'), valueName('c'), valueName('d')]);
  expect(names.map(fieldIdOf)).toEqual(['a', 'c', 'd']);
});
