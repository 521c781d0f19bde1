import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import { yuki } from './people';

const asker = { id: yuki.id, name: yuki.name, role: 'employee', avatarUrl: null } as const;

/** A row of the queue. @param last two digits of its id, and its number */
export const ticketRow = (last: number, more: Partial<TicketSummaryResponse> = {}): TicketSummaryResponse =>
  ({
    id: `0190a000-0000-7000-8000-0000000001${String(last).padStart(2, '0')}`,
    number: `ACME-10${String(last).padStart(2, '0')}`,
    subject: `Subject ${last}`,
    status: 'open',
    priority: 'medium',
    requester: asker,
    requesterId: asker.id,
    assignee: null,
    assigneeId: null,
    team: null,
    teamId: null,
    category: null,
    categoryId: null,
    tags: [],
    version: 1,
    unread: false,
    lastReplyBy: null,
    lastReplyAt: null,
    createdAt: '2026-11-20T08:00:00.000Z',
    updatedAt: `2026-11-20T10:${String(59 - last).padStart(2, '0')}:00.000Z`,
    ...more,
  }) as TicketSummaryResponse;

export const queueView = (key: string, more: Partial<QueueViewResponse> = {}): QueueViewResponse => ({
  key,
  name: null,
  count: 0,
  scope: 'built_in',
  id: null,
  teamId: null,
  filters: {},
  sort: null,
  layout: 'table',
  can: { edit: false },
  ...more,
});

export const savedView = (id: string, name: string, more: Partial<QueueViewResponse> = {}): QueueViewResponse =>
  queueView(`view:${id}`, { id, name, scope: 'personal', can: { edit: true }, ...more });
