import type { LinkKind } from '@baton/contracts/relations/relations.dto';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

const INSERT = `
INSERT INTO ticket_links (tenant_id, from_id, to_id, kind) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
RETURNING kind`;

const REMOVE = `
WITH removed AS (
  DELETE FROM ticket_links
  WHERE tenant_id = $1 AND ((from_id = $2 AND to_id = $3) OR (from_id = $3 AND to_id = $2)) RETURNING from_id, kind
)
SELECT from_id AS "fromId", kind FROM removed`;

const ANCESTORS = `
WITH RECURSIVE up AS (
  SELECT to_id AS id, 1 AS step FROM ticket_links WHERE tenant_id = $1 AND from_id = $2 AND kind = 'parent'
  UNION ALL
  SELECT l.to_id, up.step + 1 FROM up JOIN ticket_links l ON l.tenant_id = $1 AND l.from_id = up.id AND l.kind = 'parent'
)
SELECT id FROM up ORDER BY step`;

const LEVELS_BELOW = `
WITH RECURSIVE down AS (
  SELECT from_id AS id, 1 AS level FROM ticket_links WHERE tenant_id = $1 AND to_id = $2 AND kind = 'parent'
  UNION ALL
  SELECT l.from_id, down.level + 1 FROM down
  JOIN ticket_links l ON l.tenant_id = $1 AND l.to_id = down.id AND l.kind = 'parent'
)
SELECT coalesce(max(level), 0) AS levels FROM down`;

/** Links between tickets. A related pair is stored one way; a child points to its parent. */
@Injectable()
export class LinkRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  /** @param kind what `otherId` is to `id` @returns false when they are linked already */
  async insert(actor: Actor, id: string, otherId: string, kind: LinkKind): Promise<boolean> {
    const [fromId, toId] = { related: [id, otherId].sort(), parent: [id, otherId], child: [otherId, id] }[kind];
    const stored = kind === 'related' ? 'related' : 'parent';
    const rows = await this.transaction.query(INSERT, [actor.tenantId, fromId, toId, stored]);
    return rows.length > 0;
  }

  /** @returns what the other ticket was to this one; null when they were not linked */
  async remove(actor: Actor, id: string, otherId: string): Promise<LinkKind | null> {
    const [row] = await this.transaction.query<{ fromId: string; kind: 'related' | 'parent' }>(REMOVE, [
      actor.tenantId,
      id,
      otherId,
    ]);
    if (!row) return null;
    if (row.kind === 'related') return 'related';
    return row.fromId === id ? 'parent' : 'child';
  }

  /** Parents change one at a time in an organization: two that are fine alone could close a circle together. */
  async lockParents(actor: Actor): Promise<void> {
    await this.transaction.query(`SELECT pg_advisory_xact_lock(hashtextextended($1 || ':ticket parents', 0))`, [
      actor.tenantId,
    ]);
  }

  /** The parent and its parents, nearest first. */
  async ancestors(actor: Actor, id: string): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(ANCESTORS, [actor.tenantId, id]);
    return rows.map((row) => row.id);
  }

  async levelsBelow(actor: Actor, id: string): Promise<number> {
    const [row] = await this.transaction.query<{ levels: number }>(LEVELS_BELOW, [actor.tenantId, id]);
    return Number(row?.levels ?? 0);
  }
}
