import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import { dateOf, startOfDate, startOfDay } from '../../shared/time/zone-day';
import { isSame, queryOf, readAddress, withFilter, withFilters, writeAddress } from './queue-address';
import { ownFilters, viewFilters } from './queue-views';
import { rowsMoved, visibleRange } from './use-window';

const read = (search: string) => readAddress(new URLSearchParams(search));
const now = new Date('2026-11-20T10:00:00.000Z');
const built = (view: string) => viewFilters(view, [], now, 'UTC') ?? {};

describe('the address of the queue', () => {
  it('shows all open tickets when it says nothing', () => {
    expect(read('')).toEqual({ view: 'open', layout: null, filters: {} });
    expect(read('sort=-priority').view).toBe('open');
    expect(read('layout=board')).toMatchObject({ view: 'open', layout: 'board' });
    expect(read('layout=spiral').layout).toBeNull();
    expect(read('view=all').view).toBe('open');
    expect(read('view=toString').view).toBe('open');
    expect(read('view=team:').view).toBe('open');
    expect(read('view=all&tag=a')).toMatchObject({ view: null, filters: { tag: ['a'] } });
  });

  it('applies a link from elsewhere exactly, without a view in between', () => {
    const address = read('status=resolved,closed&priority=high&priority=urgent&resolvedAfter=2026-11-01T00:00:00Z');
    expect(address.view).toBeNull();
    expect(queryOf({}, address)).toEqual({
      status: ['resolved', 'closed'],
      priority: ['high', 'urgent'],
      resolvedAfter: '2026-11-01T00:00:00Z',
    });
  });

  it('narrows a view', () => {
    expect(queryOf(built('unassigned'), read('view=unassigned&priority=urgent'))).toMatchObject({
      assignee: ['none'],
      priority: ['urgent'],
      status: ['new', 'open', 'in_progress', 'waiting'],
    });
  });

  it('survives being written and read again', () => {
    const search = 'view=mine&layout=table&tag=a&tag=b&cf=1:eq:x,+y&q=printer+lisbon&openAt=2026-11-01T00:00:00Z&team=';
    const address = read(search);
    expect(address.filters.cf).toEqual(['1:eq:x, y']);
    expect(readAddress(writeAddress(address))).toEqual(address);
  });

  it('knows what is either asked for or not', () => {
    const address = read('overdue=true&priority=high');
    expect(address).toMatchObject({ view: null, filters: { overdue: true, priority: ['high'] } });
    expect(readAddress(writeAddress(address))).toEqual(address);
    const without = withFilter(read('view=overdue'), 'overdue', undefined, built('overdue'));
    expect(queryOf(built('overdue'), readAddress(writeAddress(without)))).toEqual({});
  });

  it('loses one filter at a time', () => {
    const address = withFilter(read('view=mine&tag=a&priority=low'), 'tag', undefined);
    expect(writeAddress(address).toString()).toBe('view=mine&priority=low');
  });

  it("takes away what a saved view says itself, and gives it back by the view's own value", () => {
    const own = { tag: ['vip'], priority: ['urgent' as const] };
    const without = withFilter(read('view=view:1'), 'tag', [], own);
    expect(writeAddress(without).toString()).toBe('view=view%3A1&tag=');
    expect(queryOf(own, without)).toEqual({ priority: ['urgent'] });
    expect(isSame(queryOf(own, without), own)).toBe(false);
    expect(withFilter(without, 'tag', ['vip'], own).filters).toEqual({});
  });

  it('needs no word for the usual order', () => {
    expect(withFilters(read('sort=-priority'), { sort: '-updatedAt' }).filters).toEqual({});
    expect(withFilters(read('view=view:1'), { sort: '-updatedAt' }, { sort: 'createdAt' }).filters).toEqual({
      sort: '-updatedAt',
    });
  });
});

describe('views', () => {
  it('name a team by its id', () => expect(built('team:it')).toMatchObject({ team: ['it'] }));

  it('are unknown until the server has told them, when they are saved ones', () => {
    const saved = { key: 'view:1', filters: { tag: ['vip'] }, sort: '-priority' } as QueueViewResponse;
    expect(viewFilters('view:1', [], now, 'UTC')).toBeNull();
    expect(viewFilters('view:1', [saved], now, 'UTC')).toEqual({ tag: ['vip'], sort: '-priority' });
    expect(ownFilters(saved)).toEqual({ tag: ['vip'], sort: '-priority' });
  });

  it.each([
    ['2026-11-20T10:00:00Z', 'Europe/Berlin', '2026-11-19T23:00:00.000Z'],
    ['2026-11-20T23:30:00Z', 'Europe/Berlin', '2026-11-20T23:00:00.000Z'],
    // The day on which the clocks go back has 25 hours, the other one 23.
    ['2026-10-25T20:00:00Z', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-03-29T20:00:00Z', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-11-20T10:00:00Z', 'Asia/Kathmandu', '2026-11-19T18:15:00.000Z'],
    ['2026-11-20T03:00:00Z', 'America/New_York', '2026-11-19T05:00:00.000Z'],
  ])('begin the day of %s in %s at %s', (at, zone, start) => {
    expect(startOfDay(new Date(at), zone).toISOString()).toBe(start);
  });

  it('begin and end on days of the reader', () => {
    expect(startOfDay(now, 'Europe/Berlin', 6).toISOString()).toBe('2026-11-13T23:00:00.000Z');
    expect(startOfDate('2026-11-20', 'Pacific/Auckland').toISOString()).toBe('2026-11-19T11:00:00.000Z');
    expect(startOfDate('2026-11-20', 'Europe/Berlin', 1).toISOString()).toBe('2026-11-20T23:00:00.000Z');
    expect(dateOf('2026-11-19T11:00:00.000Z', 'Pacific/Auckland')).toBe('2026-11-20');
  });
});

describe('the window over a long list', () => {
  it('shows what can be seen and a little more', () => {
    expect(visibleRange(0, 640, 64, 1000)).toEqual({ first: 0, end: 16 });
    expect(visibleRange(6400, 640, 64, 1000)).toEqual({ first: 94, end: 116 });
  });
  it('ends with the list', () => expect(visibleRange(6400, 640, 64, 50)).toEqual({ first: 50, end: 50 }));
});

describe('a list whose rows change', () => {
  it('stays at the row that is read', () => {
    expect(rowsMoved(['a', 'b', 'c', 'd'], ['b', 'c', 'd'], 2)).toBe(-1);
    expect(rowsMoved(['a', 'b', 'c'], ['x', 'y', 'a', 'b', 'c'], 1)).toBe(2);
  });
  it('stays at the next one when that row leaves', () => expect(rowsMoved(['a', 'b', 'c'], ['c'], 1)).toBe(-2));
});
