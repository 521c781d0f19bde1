import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { TenantEntity } from './tenant.entity.js';

@Injectable()
export class TenantRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  get(actor: Actor): Promise<TenantEntity> {
    return this.transaction.manager.findOneByOrFail(TenantEntity, { id: actor.tenantId });
  }

  /** Locked: changes of settings take turns. */
  lock(actor: Actor): Promise<TenantEntity> {
    return this.transaction.manager.findOneOrFail(TenantEntity, {
      where: { id: actor.tenantId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async update(actor: Actor, change: Partial<TenantEntity>): Promise<void> {
    await this.transaction.manager.update(TenantEntity, { id: actor.tenantId }, change);
  }
}
