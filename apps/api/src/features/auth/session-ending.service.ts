import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { RealtimeHub } from '../../platform/realtime/realtime-hub.js';
import { SessionRepository } from './session.repository.js';
import { SessionAuthenticator } from './session-authenticator.service.js';

type Reason = Parameters<RealtimeHub['end']>[1];

/** Ends sessions everywhere they live: in the database, in memory, and on open sockets. */
@Injectable()
export class SessionEndingService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly sessions: SessionRepository,
    private readonly authenticator: SessionAuthenticator,
    private readonly hub: RealtimeHub,
    private readonly clock: Clock,
  ) {}

  /**
   * Within the open transaction; sockets are cut once it commits.
   * @returns how many running sessions it ended
   */
  async end(
    actor: Actor,
    userId: string,
    reason: Reason,
    choice: { which?: string[]; except?: string | null } = {},
  ): Promise<number> {
    const ended = await this.sessions.end(actor, userId, { ...choice, now: this.clock.now() });
    this.transaction.afterCommit(() => {
      for (const sessionId of ended) {
        this.authenticator.forgetSession(sessionId);
        this.hub.end({ sessionId }, reason);
      }
    });
    return ended.length;
  }

  /** Sessions stay, but what they may do changed: the next request reads it, and sockets connect anew. */
  rightsChanged(userId: string): void {
    this.transaction.afterCommit(() => {
      this.authenticator.forgetUser(userId);
      this.hub.end({ userId }, 'changed');
    });
  }
}
