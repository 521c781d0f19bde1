import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { CustomFieldEntity } from './custom-field.entity.js';

@Injectable()
export class CustomFieldRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Changes of one organization's fields take turns: their names and places depend on one another. */
  async lock(actor: Actor): Promise<void> {
    await this.transaction.query("SELECT pg_advisory_xact_lock(hashtextextended('custom_fields:' || $1, 0))", [
      actor.tenantId,
    ]);
  }

  /** All of them, in their order. */
  list({ tenantId }: Actor): Promise<CustomFieldEntity[]> {
    return this.transaction.query<CustomFieldEntity>(
      `SELECT ${this.transaction.columns(CustomFieldEntity, 'f')} FROM custom_fields f
       WHERE f.tenant_id = $1 ORDER BY f.position, f.id`,
      [tenantId],
    );
  }

  async insert(field: CustomFieldEntity): Promise<void> {
    await this.transaction.manager.insert(CustomFieldEntity, field);
  }

  async update({ tenantId, id, ...changed }: CustomFieldEntity): Promise<void> {
    await this.transaction.manager.update(CustomFieldEntity, { tenantId, id }, changed);
  }
}
