import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { CategoryEntity } from './category.entity.js';

const NAME_TAKEN = `
SELECT FROM categories
WHERE tenant_id = $1 AND parent_id IS NOT DISTINCT FROM $2 AND lower(name) = lower($3) AND id <> $4`;

const ANCESTORS = `
WITH RECURSIVE above AS (
  SELECT id, parent_id FROM categories WHERE tenant_id = $1 AND id = $2
  UNION
  SELECT c.id, c.parent_id FROM categories c JOIN above ON c.tenant_id = $1 AND c.id = above.parent_id
)
SELECT id FROM above`;

@Injectable()
export class CategoryRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Changes of one organization's tree take turns: two moves that are fine alone could close a circle together. */
  async lockTree(actor: Actor): Promise<void> {
    await this.transaction.query("SELECT pg_advisory_xact_lock(hashtextextended('categories:' || $1, 0))", [
      actor.tenantId,
    ]);
  }

  find(actor: Actor, id: string): Promise<CategoryEntity | null> {
    return this.transaction.manager.findOneBy(CategoryEntity, { tenantId: actor.tenantId, id });
  }

  async insert(category: CategoryEntity): Promise<void> {
    await this.transaction.manager.insert(CategoryEntity, category);
  }

  async update(actor: Actor, id: string, change: Partial<CategoryEntity>): Promise<void> {
    await this.transaction.manager.update(CategoryEntity, { tenantId: actor.tenantId, id }, change);
  }

  async isNameTaken(actor: Actor, { id, parentId, name }: CategoryEntity): Promise<boolean> {
    return (await this.transaction.query(NAME_TAKEN, [actor.tenantId, parentId, name, id])).length > 0;
  }

  /** The category itself and everything above it. */
  async withAncestors(actor: Actor, id: string): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(ANCESTORS, [actor.tenantId, id]);
    return rows.map((row) => row.id);
  }
}
