import type { TicketRef } from '@baton/contracts/conversation/timeline-data';
import type { Actor } from '@baton/domain/permissions/actor';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { visibleTo } from './ticket-visibility.queries.js';

const CHAIN = `
WITH RECURSIVE chain AS (
  SELECT target_id AS id, 1 AS step FROM ticket_merges WHERE tenant_id = $1 AND source_id = $2
  UNION ALL
  SELECT m.target_id, chain.step + 1 FROM chain JOIN ticket_merges m ON m.tenant_id = $1 AND m.source_id = chain.id
)
SELECT id FROM chain ORDER BY step`;

const TREE = `
WITH RECURSIVE tree AS (
  SELECT source_id AS id, source_id AS branch FROM ticket_merges WHERE tenant_id = $1 AND target_id = $2
  UNION ALL
  SELECT m.source_id, tree.branch FROM tree JOIN ticket_merges m ON m.tenant_id = $1 AND m.target_id = tree.id
)
SELECT t.id, tree.branch AS "branchId", t.requester_id AS "requesterId" FROM tree
JOIN tickets t ON t.tenant_id = $1 AND t.id = tree.id ORDER BY t.number`;

/** A ticket whose conversation goes on in another one. */
export interface MergedTicket {
  id: string;
  /** Itself, or the ticket by way of which it came. */
  branchId: string;
  requesterId: string;
}

/** Which ticket went into which. Merges make trees: whatever is in one goes on in its root. */
@Injectable()
export class TicketMergesQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The tickets a merged one goes on in, nearest first; the last is where its conversation is. */
  async chain(actor: Actor, ticketId: string): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(CHAIN, [actor.tenantId, ticketId]);
    return rows.map(({ id }) => id);
  }

  /** Every ticket that goes on in this one, directly or not. */
  tree(actor: Actor, ticketId: string): Promise<MergedTicket[]> {
    return this.transaction.query<MergedTicket>(TREE, [actor.tenantId, ticketId]);
  }

  /** How to name these tickets to a reader: those that the reader may not see are missing. */
  async named(actor: Actor, ids: readonly string[]): Promise<Map<string, TicketRef>> {
    const parameters = new SqlParameters();
    const rows = await this.transaction.query<{ id: string; number: number; prefix: string }>(
      `SELECT t.id, t.number, o.ticket_prefix AS prefix FROM tickets t JOIN tenants o ON o.id = t.tenant_id
       WHERE t.tenant_id = ${parameters.add(actor.tenantId)} AND t.id = ANY(${parameters.add(ids)}) AND ${visibleTo(actor, parameters)}`,
      parameters.values,
    );
    return new Map(rows.map(({ id, number, prefix }) => [id, { id, number: formatTicketNumber(prefix, number) }]));
  }
}
