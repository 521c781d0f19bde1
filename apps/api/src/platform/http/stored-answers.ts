import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../database/tenant-transaction.js';

const AMEND = `
UPDATE idempotency_keys SET response = (response::jsonb || $4::jsonb)::json
WHERE tenant_id = $1 AND user_id = $2 AND response ->> 'id' = $3`;

/** Answers kept for retries. What must be gone for everybody must not come back by one. */
@Injectable()
export class StoredAnswers {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Changes what somebody was answered about a resource, within the open transaction. */
  async amend(actor: Actor, about: { userId: string; id: string }, fields: object): Promise<void> {
    await this.transaction.query(AMEND, [actor.tenantId, about.userId, about.id, JSON.stringify(fields)]);
  }
}
