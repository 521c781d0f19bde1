import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { HandlingTimesRepository } from './handling-times.repository.js';

/** How long tickets take, learned from those that were resolved. */
@Injectable()
export class HandlingTimesService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly times: HandlingTimesRepository,
  ) {}

  /** A second resolution replaces what the first one taught. */
  learn(actor: Actor, ticketId: string): Promise<void> {
    return this.transaction.run(actor, () => this.times.learn(actor, ticketId));
  }

  /** For a past nobody watched, such as the demo's. */
  learnAll(actor: Actor): Promise<void> {
    return this.transaction.run(actor, () => this.times.learn(actor));
  }
}
