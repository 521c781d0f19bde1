import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { NumberingService } from '../tenants/numbering.service.js';
import type { UserEntity } from './user.entity.js';
import { UserRepository } from './user.repository.js';

export type NewUser = Pick<UserEntity, 'email' | 'name' | 'phone' | 'passwordHash' | 'role' | 'status'> & {
  invitationPending?: boolean;
};

/** How every account begins, whoever asked for it. */
@Injectable()
export class NewUserService {
  constructor(
    private readonly users: UserRepository,
    private readonly numbering: NumberingService,
    private readonly clock: Clock,
  ) {}

  /** @returns null when the e-mail is taken */
  async add(actor: Actor, user: NewUser): Promise<UserEntity | null> {
    if (await this.users.byEmail(actor, user.email)) return null;
    const account: UserEntity = {
      tenantId: actor.tenantId,
      id: newId(),
      employeeNumber: await this.numbering.nextEmployeeNumber(actor),
      avatarKey: null,
      timeZone: 'UTC',
      language: 'en',
      theme: 'system',
      mailNotifications: true,
      invitationPending: false,
      rejectedReason: null,
      createdAt: this.clock.now(),
      lastSignInAt: null,
      ...user,
    };
    return (await this.users.insert(account)) ? account : null;
  }
}
