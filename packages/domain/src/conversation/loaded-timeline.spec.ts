import { lastSeqOf, placeOf, withNewer, withOlder } from './loaded-timeline.js';

const entry = (seq: number) => ({ id: `entry-${seq}`, seq });
const timeline = (from: number, to: number, hasOlder = false) => ({
  items: Array.from({ length: to - from + 1 }, (_, index) => entry(from + index)),
  hasOlder,
});

describe('a pushed entry', () => {
  it('is the next one when its number follows', () => expect(placeOf(timeline(1, 3), entry(4))).toBe('next'));
  it('is known when it comes twice', () => expect(placeOf(timeline(1, 3), entry(3))).toBe('known'));
  it('is known when it is older', () => expect(placeOf(timeline(5, 9, true), entry(2))).toBe('known'));
  it('tells of a hole when something is missing', () => expect(placeOf(timeline(1, 3), entry(5))).toBe('hole'));
  it('opens an empty timeline', () => expect(placeOf({ items: [], hasOlder: false }, entry(1))).toBe('next'));
});

describe('catching up', () => {
  it('fills a hole and drops what is there twice, in order', () => {
    const caught = withNewer(timeline(1, 3), [entry(5), entry(3), entry(4)]);
    expect(caught.items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(lastSeqOf(caught)).toBe(5);
  });

  it('changes nothing when nothing was missed', () => {
    const held = timeline(1, 3);
    expect(withNewer(held, [])).toBe(held);
  });

  it('puts the page before in front', () => {
    const older = withOlder(timeline(4, 5, true), { items: [entry(2), entry(3)], hasMore: true });
    expect(older.items.map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
    expect(older.hasOlder).toBe(true);
  });
});
