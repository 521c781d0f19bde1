import { decideAccountMove } from '@baton/domain/accounts/account-status';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { enforce, notFound } from '../../platform/http/app-error.js';
import { UserRepository } from './user.repository.js';

/** Admins let people in, or not. Of two who decide at once the second is told that it was decided. */
@Injectable()
export class RegistrationDecisionService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly users: UserRepository,
    private readonly events: EventRecorder,
  ) {}

  /** All of them or none. @throws AppError account.transition_not_allowed, resource.not_found */
  approve(actor: Actor, userIds: readonly string[]): Promise<void> {
    return this.transaction.run(actor, async () => {
      const users = await this.users.lockAll(actor, userIds);
      if (users.length !== userIds.length) throw notFound();
      for (const user of users) {
        enforce(decideAccountMove('approve', user.status));
        await this.users.update(actor, user.id, { status: 'approved' });
        await this.events.record(actor, { type: 'user.approved', subjectId: user.id });
      }
    });
  }

  /** @throws AppError account.transition_not_allowed, resource.not_found */
  reject(actor: Actor, userId: string, reason: string): Promise<void> {
    return this.transaction.run(actor, async () => {
      const user = await this.users.lock(actor, userId);
      if (!user) throw notFound();
      enforce(decideAccountMove('reject', user.status));
      await this.users.update(actor, user.id, { status: 'rejected', rejectedReason: reason });
      await this.events.record(actor, { type: 'user.rejected', subjectId: user.id, data: { reason } });
    });
  }
}
