import { type Actor, type UserActor, userActor } from '@baton/domain/permissions/actor';
import type { Role } from '@baton/domain/permissions/roles';
import { canWork } from '@baton/domain/permissions/ticket-policy';
import type { TenantId } from '@baton/domain/shared/brand';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import { Injectable } from '@nestjs/common';
import { anyOf } from '../../platform/database/any-of.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { DomainEvent } from '../../platform/events/domain-event.js';

export interface Recipient {
  id: string;
  name: string;
  email: string;
  wantsMail: boolean;
  actor: UserActor;
}

/** The people around a ticket, and what they are told about it. */
export interface TicketCircle {
  number: string;
  subject: string;
  ticketId: string;
  requesterSide: Recipient[];
  assignee: Recipient | null;
  watchers: Recipient[];
  /** Called by the event's message, and still at work on the ticket. */
  mentioned: Recipient[];
  /** Null: the product itself. */
  actorName: string | null;
  actorWorksHere: boolean;
}

const TICKET = `
SELECT t.id, t.number, t.subject, o.ticket_prefix AS prefix, t.requester_id AS "requesterId", t.submitted_by_id AS "submittedById",
  t.assignee_id AS "assigneeId", ARRAY(SELECT user_id FROM ticket_watchers w WHERE w.tenant_id = t.tenant_id AND w.ticket_id = t.id) AS "watcherIds",
  t.team_id AS "teamId", coalesce(team.restricted, false) AS "teamRestricted", actor.name AS "actorName", actor.role AS "actorRole"
FROM tickets t LEFT JOIN teams team ON team.tenant_id = t.tenant_id AND team.id = t.team_id JOIN tenants o ON o.id = t.tenant_id LEFT JOIN users actor ON actor.tenant_id = t.tenant_id AND actor.id = $3
WHERE t.tenant_id = $1 AND t.id = $2`;

const ACTIVE_PEOPLE = `
SELECT id, name, email, role, mail_notifications AS "wantsMail",
  ARRAY(SELECT m.team_id FROM team_members m WHERE m.tenant_id = users.tenant_id AND m.user_id = users.id) AS "teamIds"
FROM users WHERE tenant_id = $1 AND status = 'approved' AND NOT invitation_pending`;
const PEOPLE = `${ACTIVE_PEOPLE} AND id = ${anyOf('$2')}`;
const ADMINS = `${ACTIVE_PEOPLE} AND role = 'admin' ORDER BY id`;

const TEAM = `${ACTIVE_PEOPLE} AND role <> 'employee' AND id IN (
  SELECT m.user_id FROM tickets t JOIN team_members m ON m.tenant_id = t.tenant_id AND m.team_id = t.team_id
  WHERE t.tenant_id = $1 AND t.id = $2) ORDER BY id`;

const EVENTS = `
SELECT id, tenant_id AS "tenantId", type, occurred_at AS "occurredAt", actor_id AS "actorId", subject_id AS "subjectId",
  ticket_id AS "ticketId", seq, public_seq AS "publicSeq", message_id AS "messageId", data
FROM events WHERE tenant_id = $1 AND ticket_id IS NOT NULL AND occurred_at >= $2 ORDER BY occurred_at, seq`;

interface PersonRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  wantsMail: boolean;
  teamIds: string[];
}

interface TicketRow {
  id: string;
  number: number;
  subject: string;
  prefix: string;
  requesterId: string;
  submittedById: string;
  assigneeId: string | null;
  watcherIds: string[];
  teamId: string | null;
  teamRestricted: boolean;
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

  /** Every admin. Within the event's transaction. */
  async admins(event: DomainEvent): Promise<Recipient[]> {
    const rows = await this.transaction.query<PersonRow>(ADMINS, [event.tenantId]);
    return rows.map((person) => ({ ...person, actor: actorOf(event, person) }));
  }

  /** The members of the ticket's team. Within the event's transaction. */
  async team(event: DomainEvent): Promise<Recipient[]> {
    const rows = await this.transaction.query<PersonRow>(TEAM, [event.tenantId, event.ticketId]);
    return rows.map((person) => ({ ...person, actor: actorOf(event, person) }));
  }

  /** What happened on tickets, in order. Within the open transaction. */
  eventsSince(actor: Actor, since: Date): Promise<DomainEvent[]> {
    return this.transaction.query(EVENTS, [actor.tenantId, since]);
  }

  private async describe(event: DomainEvent, row: TicketRow): Promise<TicketCircle> {
    const requesterIds = [row.requesterId, row.submittedById];
    const leftOut = event.type === 'ticket.created' ? null : event.actorId;
    const { mentions = [] } = event.data as { mentions?: string[] };
    const wanted = [...requesterIds, row.assigneeId, ...row.watcherIds, ...mentions].filter((id) => id !== leftOut);
    const rows = await this.transaction.query<PersonRow>(PEOPLE, [event.tenantId, wanted]);
    const people = rows.map((person) => ({ ...person, actor: actorOf(event, person) }));
    const among = (ids: (string | null)[]) => people.filter(({ id }) => ids.includes(id));
    return {
      number: formatTicketNumber(row.prefix, row.number),
      subject: row.subject,
      ticketId: row.id,
      requesterSide: among(requesterIds),
      assignee: among([row.assigneeId])[0] ?? null,
      watchers: among(row.watcherIds),
      mentioned: among(mentions).filter(({ actor, teamIds }) => canWork(actor, row, teamIds)),
      actorName: row.actorName,
      actorWorksHere: row.actorRole !== null && row.actorRole !== 'employee' && event.actorId !== row.requesterId,
    };
  }
}

/** Acts in no session: only to ask what the person may see. */
const actorOf = ({ tenantId }: DomainEvent, { id, role }: PersonRow): UserActor =>
  userActor({ id, tenantId: tenantId as TenantId, role }, '');
