import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { UserEntity } from './user.entity.js';

const LOCK_ADMINS = `
SELECT id FROM users
WHERE tenant_id = $1 AND role = 'admin' AND status = 'approved' AND NOT invitation_pending
ORDER BY id FOR UPDATE`;

/** The only writer of accounts. */
@Injectable()
export class UserRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  find(actor: Actor, id: string): Promise<UserEntity | null> {
    return this.transaction.manager.findOneBy(UserEntity, { tenantId: actor.tenantId, id });
  }

  byEmail(actor: Actor, email: string): Promise<UserEntity | null> {
    return this.transaction.manager.findOneBy(UserEntity, { tenantId: actor.tenantId, email });
  }

  /** Locked: whoever decides about an account next sees this decision first. */
  lock(actor: Actor, id: string): Promise<UserEntity | null> {
    return this.transaction.manager.findOne(UserEntity, {
      where: { tenantId: actor.tenantId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Several at once, always in the same order. */
  lockAll(actor: Actor, ids: readonly string[]): Promise<UserEntity[]> {
    return this.transaction.manager.find(UserEntity, {
      where: { tenantId: actor.tenantId, id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Ids of everybody who can administer now; nobody joins or leaves them until the commit. */
  async lockAdmins(actor: Actor): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(LOCK_ADMINS, [actor.tenantId]);
    return rows.map(({ id }) => id);
  }

  /** @returns false when the e-mail was taken meanwhile */
  async insert(user: UserEntity): Promise<boolean> {
    const { raw } = await this.transaction.manager
      .createQueryBuilder()
      .insert()
      .into(UserEntity)
      .values(user)
      .orIgnore()
      .returning('id')
      .execute();
    return raw.length > 0;
  }

  /** @returns false when the account is not approved or its password is another one by now */
  async noteSignIn(actor: Actor, id: string, passwordHash: string | null, lastSignInAt: Date): Promise<boolean> {
    if (passwordHash === null) return false;
    const usable = { tenantId: actor.tenantId, id, status: 'approved', passwordHash } as const;
    const { affected } = await this.transaction.manager.update(UserEntity, usable, { lastSignInAt });
    return affected === 1;
  }

  async update(actor: Actor, id: string, change: Partial<UserEntity>): Promise<void> {
    await this.transaction.manager.update(UserEntity, { tenantId: actor.tenantId, id }, change);
  }
}
