import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { type PersonRow, presentPerson } from '../users/person.presenter.js';
import type { TicketPromise } from './ticket.entity.js';

/** A list row as SQL answers it. */
export interface SummaryRow {
  id: string;
  number: number;
  prefix: string;
  subject: string;
  status: TicketStatus;
  priority: Priority;
  priorityRank: number;
  requesterId: string;
  assigneeId: string | null;
  teamId: string | null;
  categoryId: string | null;
  tags: string[];
  version: number;
  requester: PersonRow;
  assignee: PersonRow | null;
  lastReplyBy: PersonRow | null;
  lastReplyAt: Date | null;
  unread: boolean;
  teamName: string | null;
  categoryPath: string | null;
  dueAt: Date | null;
  overdue: boolean;
  sla: TicketPromise | null;
  worksOnIt: boolean;
  createdAt: Date;
  updatedAt: Date;
}

const named = (id: string | null, name: string | null) => (id !== null && name !== null ? { id, name } : null);

/** Promises are told to those who work on the ticket. */
const presentPromise = ({ worksOnIt, sla, dueAt, overdue }: SummaryRow) => ({
  sla: worksOnIt && sla ? { ...sla, dueAt: dueAt?.toISOString() ?? null } : null,
  overdue: worksOnIt && overdue,
});

export const presentSummary = (row: SummaryRow): TicketSummaryResponse => ({
  id: row.id,
  number: formatTicketNumber(row.prefix, row.number),
  subject: row.subject,
  status: row.status,
  priority: row.priority,
  requester: presentPerson(row.requester),
  assignee: row.assignee && presentPerson(row.assignee),
  team: named(row.teamId, row.teamName),
  category: named(row.categoryId, row.categoryPath),
  requesterId: row.requesterId,
  assigneeId: row.assigneeId,
  teamId: row.teamId,
  categoryId: row.categoryId,
  tags: row.tags,
  version: row.version,
  lastReplyBy: row.lastReplyBy && presentPerson(row.lastReplyBy),
  lastReplyAt: row.lastReplyAt?.toISOString() ?? null,
  unread: row.unread,
  ...presentPromise(row),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
