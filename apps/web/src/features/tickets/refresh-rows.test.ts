import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import { type Pages, refreshRows } from './refresh-rows';

const row = (id: string, minute: number, more: Partial<TicketSummaryResponse> = {}) =>
  ({ id, version: 1, priority: 'medium', updatedAt: at(minute), createdAt: at(0), ...more }) as TicketSummaryResponse;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString();

/** The newest first, as the list comes. */
const loaded = (nextCursor: string | null, ...pages: TicketSummaryResponse[][]): Pages => ({
  pages: pages.map((items, index) => ({
    items,
    nextCursor: index === pages.length - 1 ? nextCursor : 'next',
    total: null,
  })),
  pageParams: pages.map(() => undefined),
});
const idsOf = ({ pages }: Pages) => pages.map(({ items }) => items.map(({ id }) => id));

const list = () => loaded('more', [row('a', 50), row('b', 40)], [row('c', 30), row('d', 20)]);

describe('a list that is being read', () => {
  it('changes rows where they stand, although they would come first now', () => {
    const { pages, arrived } = refreshRows(list(), new Set(['c']), [row('c', 59, { version: 2 })], {});
    expect(idsOf(pages)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(pages.pages[1]?.items[0]?.version).toBe(2);
    expect(arrived).toEqual([]);
  });

  it('lets go of rows that no longer belong to it', () => {
    expect(idsOf(refreshRows(list(), new Set(['b', 'z']), [], {}).pages)).toEqual([['a'], ['c', 'd']]);
  });

  it('lets new ones wait, and leaves those beyond the loaded rows to their page', () => {
    const found = [row('new', 59), row('later', 10)];
    const { pages, arrived } = refreshRows(list(), new Set(['new', 'later']), found, {});
    expect(idsOf(pages)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(arrived).toEqual(['new']);
  });

  it('knows by its order what is beyond', () => {
    const ranked = loaded('more', [row('a', 1, { priority: 'urgent' }), row('b', 2, { priority: 'high' })]);
    const found = [row('low', 59, { priority: 'low' }), row('urgent', 1, { priority: 'urgent' })];
    expect(refreshRows(ranked, new Set(['low', 'urgent']), found, { sort: '-priority' }).arrived).toEqual(['urgent']);
  });

  it('does not go back to an older word', () => {
    const known = loaded(null, [row('a', 50, { version: 5 })]);
    const { pages } = refreshRows(known, new Set(['a']), [row('a', 40, { version: 4 })], {});
    expect(pages.pages[0]?.items[0]?.version).toBe(5);
  });
});

describe('a column of a board', () => {
  const insert = { mode: 'insert' } as const;
  it('takes what comes in order', () => {
    const { pages, arrived } = refreshRows(list(), new Set(['new', 'c']), [row('new', 45), row('c', 59)], insert);
    expect(idsOf(pages)).toEqual([['c', 'a', 'new', 'b'], ['d']]);
    expect(arrived).toEqual([]);
  });
  it('takes the last one at its end, when there is no more to load', () => {
    expect(idsOf(refreshRows(loaded(null, [row('a', 50)]), new Set(['z']), [row('z', 1)], insert).pages)).toEqual([
      ['a', 'z'],
    ]);
    expect(idsOf(refreshRows(list(), new Set(['z']), [row('z', 1)], insert).pages)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});
