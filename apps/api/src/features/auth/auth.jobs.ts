import { systemActor } from '@baton/domain/permissions/actor';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimits } from '../../platform/access/rate-limits.repository.js';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { OneTimeTokenRepository } from './one-time-token.repository.js';
import { SessionRepository } from './session.repository.js';

/** Ended sessions are kept this long, so that a replay of their tokens is still recognized as one. */
const KEPT_MS = 30 * 86_400_000;

/** Forgets, every night, what nobody can sign in with any more. */
@Injectable()
export class AuthJobs implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly transaction: TenantTransaction,
    private readonly sessions: SessionRepository,
    private readonly tokens: OneTimeTokenRepository,
    private readonly rateLimits: RateLimits,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.queue.repeat('purge_sign_ins', {
      pattern: '17 3 * * *',
      handle: async (tenantId) => {
        const scope = systemActor(tenantId);
        const before = new Date(this.clock.now().getTime() - KEPT_MS);
        await this.transaction.run(scope, async () => {
          await this.sessions.purge(scope, before);
          await this.tokens.purge(scope, before);
        });
        await this.rateLimits.purge();
      },
    });
  }
}
