import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { ViewEntity } from './view.entity.js';

@Injectable()
export class ViewRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  /** A saved one; the built-in ones are nobody's to change. */
  lock(actor: Actor, id: string): Promise<ViewEntity | null> {
    const where = { tenantId: actor.tenantId, id, key: IsNull() };
    return this.transaction.manager.findOne(ViewEntity, { where, lock: { mode: 'pessimistic_write' } });
  }

  find(actor: Actor, id: string): Promise<ViewEntity | null> {
    return this.transaction.manager.findOneBy(ViewEntity, { tenantId: actor.tenantId, id });
  }

  /** Those whose count has not begun. */
  async uncounted({ tenantId }: Actor): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(
      `SELECT id FROM views WHERE tenant_id = $1 AND NOT counted AND NOT filters ? 'q' ORDER BY id`,
      [tenantId],
    );
    return rows.map(({ id }) => id);
  }

  countPersonal(actor: Actor): Promise<number> {
    const { tenantId } = actor;
    return this.transaction.manager.countBy(ViewEntity, { tenantId, ownerId: actor.userId as string });
  }

  async insert(view: ViewEntity): Promise<void> {
    await this.transaction.manager.insert(ViewEntity, view);
  }

  async update(view: ViewEntity): Promise<void> {
    const { tenantId, id, ...changed } = view;
    await this.transaction.manager.update(ViewEntity, { tenantId, id }, changed);
  }

  async delete({ tenantId, id }: ViewEntity): Promise<void> {
    await this.transaction.manager.delete(ViewEntity, { tenantId, id });
  }
}
