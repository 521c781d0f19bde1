import type { Need } from '../../src/assignment/facts.js';
import { inQueueOrder } from '../../src/assignment/queue-order.js';
import { context, need } from './named-work.js';
import { MINUTE, NOW } from './random-work.js';

const HOUR = 60 * MINUTE;
const ids = (needs: Need[], now = NOW) => inQueueOrder(needs, { ...context, now }).map(({ ticketId }) => ticketId);

it('serves by priority, then deadline, then waiting', () => {
  const queue = [
    need({ ticketId: 'newer', waitingSince: NOW - HOUR }),
    need({ ticketId: 'older', waitingSince: NOW - 2 * HOUR }),
    need({ ticketId: 'promised', dueAt: NOW + 9 * HOUR }),
    need({ ticketId: 'overdue', dueAt: NOW - HOUR }),
    need({ ticketId: 'urgent', priority: 'urgent', dueAt: NOW + 99 * HOUR }),
    need({ ticketId: 'low', priority: 'low', dueAt: NOW - 99 * HOUR }),
  ];
  expect(ids(queue)).toEqual(['urgent', 'overdue', 'promised', 'older', 'newer', 'low']);
});

it('raises what has waited for a day by one priority', () => {
  const low = need({ ticketId: 'low', priority: 'low', waitingSince: NOW - 24 * HOUR });
  const medium = need({ ticketId: 'medium' });
  expect(ids([medium, low])).toEqual(['low', 'medium']);
  expect(ids([medium, low], NOW - 1)).toEqual(['medium', 'low']);
});

it('lets nothing wait forever, however many urgent tickets come', () => {
  let waiting = [need({ ticketId: 'patient', priority: 'low' })];
  let hours = 0;
  for (; waiting.some(({ ticketId }) => ticketId === 'patient') && hours < 10_000; hours++) {
    const now = NOW + hours * HOUR;
    const urgent = need({ ticketId: `t${hours}`, priority: 'urgent', waitingSince: now, dueAt: now + HOUR });
    waiting = inQueueOrder([...waiting, urgent], { ...context, now }).slice(1);
  }
  expect(hours).toBeLessThanOrEqual(8 * 24);
});
