import { STATUSES } from '@baton/domain/tickets/ticket-status';
import { progressOf } from './progress';

describe('the progress line', () => {
  it('looks for a person first', () => {
    expect(progressOf({ status: 'new', assigneeId: null })).toEqual({
      nodes: ['done', 'current', 'ahead', 'ahead'],
      at: 1,
      label: 'choosing',
    });
  });

  it.each([
    ['open', 'dana', 1, 'withPerson'],
    ['in_progress', 'dana', 2, 'inProgress'],
    ['waiting', 'dana', 2, 'waitingForYou'],
    ['resolved', 'dana', 3, 'resolved'],
    ['closed', 'dana', 3, 'closed'],
    ['withdrawn', null, 0, 'withdrawn'],
  ] as const)('%s', (status, assigneeId, at, label) => {
    expect(progressOf({ status, assigneeId })).toMatchObject({ at, label });
  });

  it('pauses while it waits for the requester', () => {
    expect(progressOf({ status: 'waiting', assigneeId: 'dana' }).nodes).toEqual(['done', 'done', 'paused', 'ahead']);
  });

  it('has four nodes and at most one that is current, in every status', () => {
    for (const status of STATUSES) {
      const { nodes } = progressOf({ status, assigneeId: null });
      expect(nodes).toHaveLength(4);
      expect(nodes.filter((node) => node === 'current' || node === 'paused').length).toBeLessThanOrEqual(1);
    }
  });
});
