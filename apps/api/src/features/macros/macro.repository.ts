import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { MacroEntity } from './macro.entity.js';

/** Nobody scrolls through more. */
const MAX_LISTED = 1000;

/** Macros as the actor is offered them: the permission is part of every read. */
@Injectable()
export class MacroRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  list(actor: UserActor): Promise<MacroEntity[]> {
    return this.offered(actor).orderBy('lower(m.name)').addOrderBy('m.id').take(MAX_LISTED).getMany();
  }

  find(actor: UserActor, id: string): Promise<MacroEntity | null> {
    return this.offered(actor).andWhere('m.id = :id', { id }).getOne();
  }

  async insert(macro: MacroEntity): Promise<void> {
    await this.rows.insert(macro);
  }

  async update({ tenantId, id, ...fields }: MacroEntity): Promise<void> {
    await this.rows.update({ tenantId, id }, fields);
  }

  async remove({ tenantId, id }: MacroEntity): Promise<void> {
    await this.rows.delete({ tenantId, id });
  }

  private offered({ tenantId, userId, permissions }: UserActor) {
    const query = this.rows.createQueryBuilder('m').where('m.tenantId = :tenantId', { tenantId });
    const isMine = "(m.scope = 'personal' AND m.ownerId = :userId)";
    const isForMe = permissions.has('macro.manage')
      ? "m.scope = 'everyone'"
      : `(m.scope = 'everyone' AND (m.teamId IS NULL OR EXISTS (
          SELECT FROM team_members tm WHERE tm.tenant_id = :tenantId AND tm.team_id = m.team_id AND tm.user_id = :userId)))`;
    return query.andWhere(`(${isMine} OR ${isForMe})`, { userId });
  }

  private get rows() {
    return this.transaction.manager.getRepository(MacroEntity);
  }
}
