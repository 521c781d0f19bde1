import type { Actor, UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

const INSERT = `
INSERT INTO ticket_splits (tenant_id, ticket_id, source_id, message_id, split_by_id) VALUES ($1, $2, $3, $4, $5)`;

const FIND = `
SELECT source_id AS "sourceId", split_by_id AS "splitById" FROM ticket_splits WHERE tenant_id = $1 AND ticket_id = $2`;

const REMOVE = 'DELETE FROM ticket_splits WHERE tenant_id = $1 AND ticket_id = $2';

const OTHERS = `
SELECT DISTINCT u.id, u.name FROM users u
WHERE u.tenant_id = $1 AND u.id <> $3 AND (
  u.id IN (SELECT e.actor_id FROM events e WHERE e.tenant_id = $1 AND e.ticket_id = $2)
  OR u.id IN (SELECT m.author_id FROM messages m WHERE m.tenant_id = $1 AND m.ticket_id = $2))
ORDER BY u.name, u.id`;

export interface Split {
  sourceId: string;
  splitById: string;
}

/** Which tickets came out of a message of another one. */
@Injectable()
export class SplitRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  async insert(actor: UserActor, ticketId: string, sourceId: string, messageId: string): Promise<void> {
    await this.transaction.query(INSERT, [actor.tenantId, ticketId, sourceId, messageId, actor.userId]);
  }

  async find(actor: Actor, ticketId: string): Promise<Split | null> {
    const [row] = await this.transaction.query<Split>(FIND, [actor.tenantId, ticketId]);
    return row ?? null;
  }

  async remove(actor: Actor, ticketId: string): Promise<void> {
    await this.transaction.query(REMOVE, [actor.tenantId, ticketId]);
  }

  /** Whoever but the splitter wrote on the ticket or changed it. */
  others(actor: Actor, ticketId: string, splitById: string): Promise<{ id: string; name: string }[]> {
    return this.transaction.query(OTHERS, [actor.tenantId, ticketId, splitById]);
  }
}
