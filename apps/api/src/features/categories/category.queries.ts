import type { CategoryResponse } from '@baton/contracts/categories/categories.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

const TREE = `
WITH RECURSIVE tree AS (
  SELECT id, name, parent_id, team_id, archived, name AS path, ARRAY[lower(name)] AS place
  FROM categories WHERE tenant_id = $1 AND parent_id IS NULL
  UNION ALL
  SELECT c.id, c.name, c.parent_id, c.team_id, c.archived, tree.path || ' › ' || c.name, tree.place || lower(c.name)
  FROM categories c JOIN tree ON c.tenant_id = $1 AND c.parent_id = tree.id
)
SELECT id, name, path, parent_id AS "parentId", team_id AS "teamId", archived, coalesce((
  SELECT json_agg(json_build_object('skillId', s.id, 'minLevel', k.level) ORDER BY lower(s.name), s.id)
  FROM category_skills k JOIN skills s ON s.tenant_id = k.tenant_id AND s.id = k.skill_id
  WHERE k.tenant_id = $1 AND k.category_id = tree.id
), '[]') AS skills FROM tree`;

@Injectable()
export class CategoryQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The whole tree, each node after its parent. */
  list(actor: Actor): Promise<CategoryResponse[]> {
    return this.transaction.read(actor, () => this.transaction.query(`${TREE} ORDER BY place`, [actor.tenantId]));
  }

  async get(actor: Actor, id: string): Promise<CategoryResponse | null> {
    const [row] = await this.transaction.read(actor, () =>
      this.transaction.query<CategoryResponse>(`${TREE} WHERE id = $2`, [actor.tenantId, id]),
    );
    return row ?? null;
  }
}
