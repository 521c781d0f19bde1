import type { TicketLinkResponse, TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { TicketInHand } from './ticket-access.service.js';
import { visibleTo } from './ticket-visibility.queries.js';

const HISTORY_LENGTH = 5;
const LIST_LENGTH = 100;

const SINGLE = ['followUpOf', 'parent', 'mergedInto', 'splitFrom'] as const;
const LISTS = ['followUps', 'children', 'related', 'mergedFrom', 'requesterHistory'] as const;
type Relation = (typeof SINGLE)[number] | (typeof LISTS)[number];

interface RelatedRow {
  relation: Relation;
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
}

/** The other tickets a ticket's page names, in one statement: of each kind the latest that the reader may see. */
@Injectable()
export class TicketRelationsQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  async of(actor: Actor, inHand: TicketInHand): Promise<Pick<TicketResponse, Relation>> {
    const rows = await this.rows(actor, inHand);
    const found = (relation: Relation) =>
      rows.filter((row) => row.relation === relation).map((row) => present(row, inHand.prefix));
    return Object.fromEntries([
      ...SINGLE.map((relation) => [relation, found(relation)[0] ?? null]),
      ...LISTS.map((relation) => [relation, found(relation)]),
    ]) as Pick<TicketResponse, Relation>;
  }

  private rows(actor: Actor, { ticket, worksOnIt }: TicketInHand): Promise<RelatedRow[]> {
    const parameters = new SqlParameters();
    const tenant = `${parameters.add(actor.tenantId)}::uuid`;
    const id = `${parameters.add(ticket.id)}::uuid`;
    // Named only where it is used: PostgreSQL refuses a parameter it can give no type.
    const requester = worksOnIt ? `${parameters.add(ticket.requesterId)}::uuid` : '';
    const visible = visibleTo(actor, parameters);
    const desk = `
      UNION ALL (SELECT CASE kind WHEN 'parent' THEN 'parent' ELSE 'related' END, to_id FROM ticket_links
        WHERE tenant_id = ${tenant} AND from_id = ${id})
      UNION ALL (SELECT CASE kind WHEN 'parent' THEN 'children' ELSE 'related' END, from_id FROM ticket_links
        WHERE tenant_id = ${tenant} AND to_id = ${id})
      UNION ALL (SELECT 'requesterHistory', t.id FROM tickets t
        WHERE t.tenant_id = ${tenant} AND t.requester_id = ${requester} AND t.id <> ${id} AND ${visible}
        ORDER BY t.created_at DESC LIMIT ${HISTORY_LENGTH})`;
    return this.transaction.query<RelatedRow>(
      `WITH named (relation, id) AS (
        SELECT 'followUpOf', ${parameters.add(ticket.followUpOfId)}::uuid
        UNION ALL (SELECT 'followUps', t.id FROM tickets t
          WHERE t.tenant_id = ${tenant} AND t.follow_up_of_id = ${id})
        UNION ALL SELECT 'mergedInto', target_id FROM ticket_merges WHERE tenant_id = ${tenant} AND source_id = ${id}
        UNION ALL (SELECT 'mergedFrom', source_id FROM ticket_merges
          WHERE tenant_id = ${tenant} AND target_id = ${id})
        UNION ALL SELECT 'splitFrom', source_id FROM ticket_splits WHERE tenant_id = ${tenant} AND ticket_id = ${id}
        ${worksOnIt ? desk : ''})
      SELECT relation, id, number, subject, status FROM (
        SELECT named.relation, t.id, t.number, t.subject, t.status,
          row_number() OVER (PARTITION BY named.relation ORDER BY t.number DESC) AS place
        FROM named JOIN tickets t ON t.tenant_id = ${tenant} AND t.id = named.id WHERE ${visible}) each
      WHERE place <= ${LIST_LENGTH} ORDER BY CASE relation WHEN 'requesterHistory' THEN -number ELSE number END`,
      parameters.values,
    );
  }
}

const present = ({ id, number, subject, status }: RelatedRow, prefix: string): TicketLinkResponse => ({
  id,
  number: formatTicketNumber(prefix, number),
  subject,
  status,
});
