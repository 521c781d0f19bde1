import fc from 'fast-check';
import { mergeFields } from './field-merge.js';

interface Fields extends Record<string, unknown> {
  subject: string;
  priority: string;
  tags: string[];
}
const current: Fields = { subject: 'Printer', priority: 'low', tags: ['a', 'b'] };

describe('mergeFields', () => {
  it('refuses a stale edit of the same field with both values', () => {
    expect(mergeFields(current, { subject: 'Mine' }, { subject: 4 }, 3)).toEqual({
      changed: {},
      conflicts: { subject: { yours: 'Mine', theirs: 'Printer' } },
    });
  });

  it('merges edits of different fields', () => {
    const { changed, conflicts } = mergeFields(current, { priority: 'high' }, { subject: 4 }, 3);
    expect({ changed, conflicts }).toEqual({ changed: { priority: 'high' }, conflicts: {} });
  });

  it('takes an edit made against the version at which the field last changed', () => {
    expect(mergeFields(current, { subject: 'Mine' }, { subject: 4 }, 4).changed).toEqual({ subject: 'Mine' });
  });

  it('finds nothing to argue about when both wanted the same', () => {
    expect(mergeFields(current, { tags: ['a', 'b'] }, { tags: 9 }, 1)).toEqual({ changed: {}, conflicts: {} });
  });

  it('tells clearing a field from leaving it alone', () => {
    const row: { note: string | null } = { note: 'x' };
    expect(mergeFields(row, { note: null }, {}, 1).changed).toEqual({ note: null });
    expect(mergeFields(row, {}, {}, 1).changed).toEqual({});
  });

  const value = fc.oneof(fc.string({ maxLength: 3 }), fc.constant(null), fc.array(fc.constantFrom('x', 'y')));
  const fields = fc.record({ a: value, b: value, c: value });
  const patches = fc.record({ a: value, b: value, c: value }, { requiredKeys: [] });
  const versions = fc.record({ a: fc.nat(9), b: fc.nat(9), c: fc.nat(9) }, { requiredKeys: [] });

  it('puts every field that differs into exactly one of the two, and no other', () => {
    fc.assert(
      fc.property(fields, patches, versions, fc.nat(9), (row, patch, fieldVersions, base) => {
        const { changed, conflicts } = mergeFields<Record<string, unknown>>(row, patch, fieldVersions, base);
        const known: Record<string, unknown> = row;
        const versionOf: Record<string, number> = fieldVersions;
        for (const [key, wanted] of Object.entries(patch)) {
          const differs = JSON.stringify(wanted) !== JSON.stringify(known[key]);
          const isStale = (versionOf[key] ?? 0) > base;
          expect(key in changed).toBe(differs && !isStale);
          expect(key in conflicts).toBe(differs && isStale);
        }
        for (const key of [...Object.keys(changed), ...Object.keys(conflicts)]) expect(key in patch).toBe(true);
      }),
    );
  });

  it('lets two people who edit different fields both succeed, in either order', () => {
    fc.assert(
      fc.property(fields, value, value, fc.integer({ min: 1, max: 9 }), (row, mine, theirs, version) => {
        const save = (start: Record<string, unknown>, patch: Record<string, unknown>, versionsBefore: object) => {
          const { changed, conflicts } = mergeFields(start, patch, { ...versionsBefore }, version);
          expect(conflicts).toEqual({});
          const stamps = Object.fromEntries(Object.keys(changed).map((key) => [key, version + 1]));
          return { row: { ...start, ...changed }, versions: { ...versionsBefore, ...stamps } };
        };
        const first = save(row, { a: mine }, {});
        const second = save(row, { b: theirs }, {});
        expect(save(first.row, { b: theirs }, first.versions).row).toEqual(
          save(second.row, { a: mine }, second.versions).row,
        );
      }),
    );
  });
});
