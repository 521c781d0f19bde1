import { queryOf, readAddress, withFilter, writeAddress } from './queue-address';
import { startOfDay, viewFilters } from './queue-views';
import { visibleRange } from './use-window';

const read = (search: string) => readAddress(new URLSearchParams(search));
const now = new Date('2026-11-20T10:00:00.000Z');

describe('the address of the queue', () => {
  it('shows all open tickets when it says nothing', () => {
    expect(read('')).toEqual({ view: 'open', filters: {} });
    expect(read('sort=-priority').view).toBe('open');
  });

  it('applies a link from elsewhere exactly, without a view in between', () => {
    const address = read('status=resolved,closed&priority=high&priority=urgent&resolvedAfter=2026-11-01T00:00:00Z');
    expect(address.view).toBeNull();
    expect(queryOf(address, now, 'UTC')).toEqual({
      status: ['resolved', 'closed'],
      priority: ['high', 'urgent'],
      resolvedAfter: '2026-11-01T00:00:00Z',
    });
  });

  it('narrows a view', () => {
    expect(queryOf(read('view=unassigned&priority=urgent'), now, 'UTC')).toMatchObject({
      assignee: ['none'],
      priority: ['urgent'],
      status: ['new', 'open', 'in_progress', 'waiting'],
    });
  });

  it('survives being written and read again', () => {
    const address = read('view=mine&tag=a&tag=b&q=printer+lisbon&openAt=2026-11-01T00:00:00Z');
    expect(readAddress(writeAddress(address))).toEqual(address);
  });

  it('loses one filter at a time', () => {
    const address = withFilter(read('view=mine&tag=a&priority=low'), 'tag', undefined);
    expect(writeAddress(address).toString()).toBe('view=mine&priority=low');
  });
});

describe('views', () => {
  it('name a team by its id', () => expect(viewFilters('team:it', now, 'UTC')).toMatchObject({ team: ['it'] }));

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
});

describe('the window over a long list', () => {
  it('shows what can be seen and a little more', () => {
    expect(visibleRange(0, 640, 64, 1000)).toEqual({ first: 0, end: 16 });
    expect(visibleRange(6400, 640, 64, 1000)).toEqual({ first: 94, end: 116 });
  });
  it('ends with the list', () => expect(visibleRange(6400, 640, 64, 50)).toEqual({ first: 50, end: 50 }));
});
