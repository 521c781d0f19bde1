import type { Actor } from '@baton/domain/permissions/actor';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { NotedTicket } from '../tickets/ticket-record.service.js';

/** A locked ticket with what decides which policy it falls under. */
export type ClockTicket = NotedTicket & { priority: Priority; categoryId: string | null; requesterId: string };

const COLUMNS = `t.tenant_id AS "tenantId", t.id, t.team_id AS "teamId", t.version, t.last_seq AS "lastSeq",
  t.updated_at AS "updatedAt", t.due_at AS "dueAt", t.overdue, t.sla, t.priority, t.category_id AS "categoryId",
  t.requester_id AS "requesterId"`;

/** In the order of ids: whoever locks many does, so that two never wait for each other. */
const THESE = `
SELECT ${COLUMNS} FROM tickets t WHERE t.tenant_id = $1 AND t.id = ANY($2) ORDER BY t.id FOR NO KEY UPDATE`;

/** Somebody who has a ticket locked changes it now, or notes what has fallen due: it is left to them, or to the next look. */
const DUE = `
SELECT ${COLUMNS} FROM sla_clocks c JOIN tickets t ON t.tenant_id = c.tenant_id AND t.id = c.ticket_id
WHERE c.tenant_id = $1 AND c.next_at <= $2 ORDER BY c.next_at LIMIT $3 FOR NO KEY UPDATE OF t SKIP LOCKED`;

const DUE_IDS = `
SELECT c.ticket_id AS id FROM sla_clocks c WHERE c.tenant_id = $1 AND c.next_at <= $2
GROUP BY c.ticket_id ORDER BY min(c.next_at) LIMIT $3`;

const PUT_OFF = `
UPDATE sla_clocks SET next_at = $4 WHERE tenant_id = $1 AND ticket_id = $2 AND next_at <= $3`;

/** Those with clocks that may run: active ones, and ended ones whose end the clocks have not seen. */
const RUNNING = `
SELECT t.id FROM tickets t WHERE t.tenant_id = $1 AND t.id > $2
  AND (t.status IN ('new', 'open', 'in_progress', 'waiting') OR t.sla IS NOT NULL) ORDER BY t.id LIMIT $3`;

const PARENTS = 'SELECT id, parent_id AS "parentId" FROM categories WHERE tenant_id = $1';

/** A category → itself and everything above it. */
export type PathOf = (categoryId: string | null) => string[];

@Injectable()
export class ClockTicketsQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  lock({ tenantId }: Actor, ids: readonly string[]): Promise<ClockTicket[]> {
    return this.transaction.query<ClockTicket>(THESE, [tenantId, ids]);
  }

  /** Those with something to say by `now`, the longest due first, each once. */
  async lockDue({ tenantId }: Actor, now: Date, most: number): Promise<ClockTicket[]> {
    const rows = await this.transaction.query<ClockTicket>(DUE, [tenantId, now, most]);
    return [...new Map(rows.map((ticket) => [ticket.id, ticket])).values()];
  }

  /** Ids of the same, the longest due first. */
  async due({ tenantId }: Actor, now: Date, most: number): Promise<string[]> {
    return (await this.transaction.query<{ id: string }>(DUE_IDS, [tenantId, now, most])).map(({ id }) => id);
  }

  /** What a ticket has to say by `now` is looked at again later. */
  putOff({ tenantId }: Actor, id: string, now: Date, until: Date): void {
    this.transaction.send(PUT_OFF, [tenantId, id, now, until]);
  }

  /** Ids in order, after the given one. */
  async running({ tenantId }: Actor, after: string, most: number): Promise<string[]> {
    return (await this.transaction.query<{ id: string }>(RUNNING, [tenantId, after, most])).map(({ id }) => id);
  }

  async categoryPaths({ tenantId }: Actor): Promise<PathOf> {
    const rows = await this.transaction.query<{ id: string; parentId: string | null }>(PARENTS, [tenantId]);
    const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
    return (categoryId) => {
      const path: string[] = [];
      for (let id = categoryId; id; id = parents.get(id) ?? null) path.push(id);
      return path;
    };
  }
}
