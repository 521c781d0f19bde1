import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError } from '../../platform/http/app-error.js';
import { currentRequest } from '../../platform/http/request-context.js';
import { UserRepository } from './user.repository.js';

/** Changes to how an account signs in. */
@Injectable()
export class CredentialService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly users: UserRepository,
    private readonly events: EventRecorder,
    private readonly clock: Clock,
  ) {}

  setPassword(actor: Actor, userId: string, passwordHash: string): Promise<void> {
    return this.transaction.run(actor, async () => {
      await this.users.update(actor, userId, { passwordHash });
      const data = { ip: currentRequest()?.ip ?? null };
      await this.events.record(actor, { type: 'user.password_changed', subjectId: userId, data });
    });
  }

  /** @throws AppError auth.token_invalid when there is no invitation to accept any more */
  acceptInvitation(actor: Actor, userId: string, chosen: { name?: string; passwordHash: string }): Promise<void> {
    return this.transaction.run(actor, async () => {
      const user = await this.users.lock(actor, userId);
      if (!user?.invitationPending || user.status !== 'approved') throw new AppError('auth.token_invalid');
      await this.users.update(actor, userId, {
        name: chosen.name ?? user.name,
        passwordHash: chosen.passwordHash,
        invitationPending: false,
      });
      await this.events.record(actor, { type: 'user.invitation_accepted', subjectId: userId });
    });
  }

  /**
   * Within the open transaction, which from here on goes before any other change to the account.
   * @returns false when the account or the password that was checked is no longer good
   */
  noteSignIn(actor: Actor, userId: string, passwordHash: string | null): Promise<boolean> {
    return this.users.noteSignIn(actor, userId, passwordHash, this.clock.now());
  }
}
