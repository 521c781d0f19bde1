import type { Role } from '@baton/domain/permissions/roles';
import type { TenantId } from '@baton/domain/shared/brand';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { DomainEvent } from '../../platform/events/domain-event.js';

export interface Recipient {
  id: string;
  name: string;
  email: string;
}

/** The people around a ticket, as far as they want mails, and what a mail says about it. */
export interface TicketCircle {
  number: string;
  subject: string;
  ticketId: string;
  requesterSide: Recipient[];
  assignee: Recipient | null;
  watchers: Recipient[];
  /** Null: the product itself. */
  actorName: string | null;
  actorWorksHere: boolean;
}

const TICKET = `
SELECT t.id, t.number, t.subject, o.ticket_prefix AS prefix, t.requester_id AS "requesterId", t.submitted_by_id AS "submittedById",
  t.assignee_id AS "assigneeId", ARRAY(SELECT user_id FROM ticket_watchers w WHERE w.tenant_id = t.tenant_id AND w.ticket_id = t.id) AS "watcherIds",
  actor.name AS "actorName", actor.role AS "actorRole"
FROM tickets t JOIN tenants o ON o.id = t.tenant_id LEFT JOIN users actor ON actor.tenant_id = t.tenant_id AND actor.id = $3
WHERE t.tenant_id = $1 AND t.id = $2`;

const PEOPLE = `
SELECT id, name, email FROM users
WHERE tenant_id = $1 AND id = ANY($2) AND status = 'approved' AND NOT invitation_pending AND mail_notifications`;

interface TicketRow {
  id: string;
  number: number;
  subject: string;
  prefix: string;
  requesterId: string;
  submittedById: string;
  assigneeId: string | null;
  watcherIds: string[];
  actorName: string | null;
  actorRole: Role | null;
}

@Injectable()
export class TicketRecipientsQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Whoever caused the event is left out of the circle; only a new ticket is confirmed to its own author. */
  circle(event: DomainEvent): Promise<TicketCircle | null> {
    return this.transaction.run({ tenantId: event.tenantId as TenantId }, async () => {
      const [row] = await this.transaction.query<TicketRow>(TICKET, [event.tenantId, event.ticketId, event.actorId]);
      return row ? this.describe(event, row) : null;
    });
  }

  private async describe(event: DomainEvent, row: TicketRow): Promise<TicketCircle> {
    const requesterIds = [row.requesterId, row.submittedById];
    const leftOut = event.type === 'ticket.created' ? null : event.actorId;
    const wanted = [...requesterIds, row.assigneeId, ...row.watcherIds].filter((id) => id !== leftOut);
    const people = await this.transaction.query<Recipient>(PEOPLE, [event.tenantId, wanted]);
    const among = (ids: (string | null)[]) => people.filter(({ id }) => ids.includes(id));
    return {
      number: formatTicketNumber(row.prefix, row.number),
      subject: row.subject,
      ticketId: row.id,
      requesterSide: among(requesterIds),
      assignee: among([row.assigneeId])[0] ?? null,
      watchers: among(row.watcherIds),
      actorName: row.actorName,
      actorWorksHere: row.actorRole !== null && row.actorRole !== 'employee' && event.actorId !== row.requesterId,
    };
  }
}
