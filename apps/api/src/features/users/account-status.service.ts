import { decideAccountMove } from '@baton/domain/accounts/account-status';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { enforce, notFound } from '../../platform/http/app-error.js';
import { OneTimeTokenService } from '../auth/one-time-token.service.js';
import { SessionEndingService } from '../auth/session-ending.service.js';
import { AdminGuardService } from './admin-guard.service.js';
import { UserRepository } from './user.repository.js';

@Injectable()
export class AccountStatusService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly users: UserRepository,
    private readonly guard: AdminGuardService,
    private readonly tokens: OneTimeTokenService,
    private readonly sessions: SessionEndingService,
    private readonly events: EventRecorder,
  ) {}

  /**
   * Ends everything the account could get in with. Tickets it holds stay where they are.
   * @throws AppError resource.not_found, account.self_change, account.last_admin, account.transition_not_allowed
   */
  suspend(actor: Actor, userId: string): Promise<void> {
    return this.transaction.run(actor, async () => {
      const user = await this.guard.lockToChangeRights(actor, userId);
      enforce(decideAccountMove('suspend', user.status));
      await this.users.update(actor, userId, { status: 'suspended' });
      await this.tokens.endAll(actor, userId);
      await this.sessions.end(actor, userId, 'suspended');
      await this.events.record(actor, { type: 'user.suspended', subjectId: userId });
    });
  }

  /** @throws AppError resource.not_found, account.transition_not_allowed */
  reactivate(actor: Actor, userId: string): Promise<void> {
    return this.transaction.run(actor, async () => {
      const user = await this.users.lock(actor, userId);
      if (!user) throw notFound();
      enforce(decideAccountMove('reactivate', user.status));
      await this.users.update(actor, userId, { status: 'approved' });
      await this.events.record(actor, { type: 'user.reactivated', subjectId: userId });
    });
  }
}
