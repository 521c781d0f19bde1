import { boardColumns, refusalOf } from './board-columns';

const now = new Date('2026-11-20T10:00:00.000Z');
const board = (view: string | null, base: object, changed: object = {}) =>
  boardColumns({ view, base, changed, now, timeZone: 'UTC' });

describe('the columns of a board', () => {
  it('are the whole way of a ticket, whatever part of it a built-in view counts', () => {
    const columns = board('waiting', { status: ['waiting'], assignee: ['me'] });
    expect(columns.map(({ status }) => status)).toEqual(['new', 'open', 'in_progress', 'waiting', 'resolved']);
    expect(columns[0]?.filters).toEqual({ status: ['new'], assignee: ['me'] });
    expect(columns[4]).toEqual({
      status: 'resolved',
      filters: { status: ['resolved'], assignee: ['me'], resolvedAfter: '2026-11-20T00:00:00.000Z' },
      today: true,
    });
  });

  it('are those a saved view or the reader names', () => {
    const saved = board('view:1', { status: ['open', 'closed'], tag: ['vip'] });
    expect(saved.map(({ status }) => status)).toEqual(['open', 'closed']);
    expect(saved[1]?.filters).toEqual({ status: ['closed'], tag: ['vip'] });
    expect(board('open', { status: ['new'] }, { status: ['resolved'] })).toEqual([
      { status: 'resolved', filters: { status: ['resolved'] }, today: false },
    ]);
  });

  it('say why a card may not come', () => {
    expect(refusalOf('open', 'new')).toBe('not_from');
    expect(refusalOf('waiting', 'open')).toBe('requester');
  });
});
