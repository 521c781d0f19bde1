import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { AppError, notFound } from '../../platform/http/app-error.js';
import type { UserEntity } from './user.entity.js';
import { UserRepository } from './user.repository.js';

/** What every change to somebody's rights has to respect: nobody locks themselves out, and an admin remains. */
@Injectable()
export class AdminGuardService {
  constructor(private readonly users: UserRepository) {}

  /**
   * The account, locked. The admins are locked before it, in one order, so that two of them who remove each other
   * take turns and the second is refused.
   * @throws AppError resource.not_found, account.self_change, account.last_admin
   */
  async lockToChangeRights(actor: Actor, userId: string): Promise<UserEntity> {
    const admins = await this.users.lockAdmins(actor);
    const user = await this.users.lock(actor, userId);
    if (!user) throw notFound();
    if (user.id === actor.userId) throw new AppError('account.self_change');
    if (admins.length === 1 && admins[0] === user.id) throw new AppError('account.last_admin');
    return user;
  }
}
