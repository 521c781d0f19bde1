import type { StatusAndTimes } from '@baton/domain/bulk-edits/field-changes';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

const INSERT = `
INSERT INTO ticket_merges (tenant_id, source_id, target_id, merged_at, before) VALUES ($1, $2, $3, $4, $5)`;

const REMOVE = `
WITH removed AS (DELETE FROM ticket_merges WHERE tenant_id = $1 AND source_id = $2 RETURNING before)
SELECT before FROM removed`;

const READ = 'SELECT before FROM ticket_merges WHERE tenant_id = $1 AND source_id = $2';

const REWRITE = 'UPDATE ticket_merges SET before = $3 WHERE tenant_id = $1 AND source_id = $2';

const JOIN = `
WITH joined AS (
  INSERT INTO ticket_watchers (tenant_id, ticket_id, user_id, joined) SELECT $1, $2, unnest($3::uuid[]), true
  ON CONFLICT DO NOTHING RETURNING user_id
)
SELECT user_id AS id FROM joined`;

const LEAVE = `
WITH gone AS (
  DELETE FROM ticket_watchers
  WHERE tenant_id = $1 AND ticket_id = $2 AND joined AND user_id = ANY($3) AND user_id <> ALL($4) RETURNING user_id
)
SELECT user_id AS id FROM gone`;

/** Which ticket is merged into which, what it was before, and whom that brought along. */
@Injectable()
export class MergeRepository {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  async insert(actor: Actor, sourceId: string, targetId: string, before: StatusAndTimes): Promise<void> {
    await this.transaction.query(INSERT, [
      actor.tenantId,
      sourceId,
      targetId,
      this.clock.now(),
      JSON.stringify(before),
    ]);
  }

  /** @returns what the ticket was before it was merged */
  async remove(actor: Actor, sourceId: string): Promise<StatusAndTimes> {
    const [row] = await this.transaction.query<{ before: StatusAndTimes }>(REMOVE, [actor.tenantId, sourceId]);
    if (!row) throw new Error('A merge went while its ticket was locked');
    return row.before;
  }

  async before(actor: Actor, sourceId: string): Promise<StatusAndTimes | null> {
    const [row] = await this.transaction.query<{ before: StatusAndTimes }>(READ, [actor.tenantId, sourceId]);
    return row?.before ?? null;
  }

  async rewrite(actor: Actor, sourceId: string, before: StatusAndTimes): Promise<void> {
    await this.transaction.query(REWRITE, [actor.tenantId, sourceId, JSON.stringify(before)]);
  }

  /**
   * They follow their conversation. Whoever watches already goes on doing so for reasons of their own.
   * @returns who watches now and did not before
   */
  async join(actor: Actor, ticketId: string, userIds: readonly string[]): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(JOIN, [actor.tenantId, ticketId, userIds]);
    return rows.map(({ id }) => id);
  }

  /** @param staying those whom another merge still brings here @returns who does not watch any more */
  async leave(
    actor: Actor,
    ticketId: string,
    userIds: readonly string[],
    staying: readonly string[],
  ): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(LEAVE, [actor.tenantId, ticketId, userIds, staying]);
    return rows.map(({ id }) => id);
  }
}
