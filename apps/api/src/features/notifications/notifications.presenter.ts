import type { NotificationKind, NotificationResponse } from '@baton/contracts/notifications/notifications.response';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { type PersonRow, presentPerson } from '../users/person.presenter.js';

/** A notification as SQL answers it. */
export interface NotificationRow {
  id: string;
  kind: NotificationKind;
  createdAt: Date;
  read: boolean;
  ticketId: string;
  number: number;
  prefix: string;
  subject: string;
  status: TicketStatus;
  actor: PersonRow | null;
}

export const presentNotification = (row: NotificationRow): NotificationResponse => ({
  id: row.id,
  kind: row.kind,
  ticket: {
    id: row.ticketId,
    number: formatTicketNumber(row.prefix, row.number),
    subject: row.subject,
    status: row.status,
  },
  actor: row.actor && presentPerson(row.actor),
  read: row.read,
  createdAt: row.createdAt.toISOString(),
});
