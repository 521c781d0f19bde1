import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

export type CounterName = 'ticket' | 'employee';

const NEXT = `
INSERT INTO counters (tenant_id, name, value) VALUES ($1, $2, 1)
ON CONFLICT (tenant_id, name) DO UPDATE SET value = counters.value + 1
RETURNING value`;

/** Numbers of an organization, each given out once. */
@Injectable()
export class CounterRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Holds the counter until the commit: whoever needs the next number waits, and no number is lost to a rollback. */
  async next(actor: Actor, name: CounterName): Promise<number> {
    const [row] = await this.transaction.query<{ value: number }>(NEXT, [actor.tenantId, name]);
    return row!.value;
  }
}
