import { allOf, extended, NOTHING_SELECTED, toggled } from './selection';

const order = ['a', 'b', 'c', 'd', 'e'];
const idsOf = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].sort();

describe('choosing rows', () => {
  it('takes one more, and takes it away again', () => {
    const one = toggled(NOTHING_SELECTED, 'b');
    expect(idsOf(one)).toEqual(['b']);
    expect(idsOf(toggled(one, 'b'))).toEqual([]);
  });

  it('takes everything from the last choice up to here, either way', () => {
    expect(idsOf(extended(toggled(NOTHING_SELECTED, 'b'), 'd', order))).toEqual(['b', 'c', 'd']);
    expect(idsOf(extended(toggled(NOTHING_SELECTED, 'd'), 'a', order))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('takes one row when the range has no beginning', () => {
    expect(idsOf(extended(NOTHING_SELECTED, 'c', order))).toEqual(['c']);
    expect(idsOf(extended(toggled(NOTHING_SELECTED, 'gone'), 'c', order))).toEqual(['c', 'gone']);
  });

  it('leaves the loaded others when one is taken away from the whole', () => {
    expect(toggled(allOf(order, true), 'c')).toMatchObject({ whole: false, anchor: 'c' });
    expect(idsOf(toggled(allOf(order, true), 'c'))).toEqual(['a', 'b', 'd', 'e']);
  });
});
