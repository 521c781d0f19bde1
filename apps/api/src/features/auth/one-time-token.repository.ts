import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

export type TokenPurpose = 'invitation' | 'password_reset';

const END_ALL = `
UPDATE one_time_tokens SET ended_at = $4
WHERE tenant_id = $1 AND user_id = $2 AND purpose = ANY($3) AND ended_at IS NULL`;

const USABLE = 'tenant_id = $1 AND token_hash = $2 AND purpose = $3 AND ended_at IS NULL AND expires_at > $4';

const CONSUME = `
WITH consumed AS (UPDATE one_time_tokens SET ended_at = $4 WHERE ${USABLE} RETURNING user_id)
SELECT user_id AS "userId" FROM consumed`;

/** Tokens that work once, by mail. */
@Injectable()
export class OneTimeTokenRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  async insert(
    actor: Actor,
    token: { hash: Buffer; userId: string; purpose: TokenPurpose; createdAt: Date; expiresAt: Date },
  ): Promise<void> {
    await this.transaction.query(
      `INSERT INTO one_time_tokens (tenant_id, token_hash, user_id, purpose, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [actor.tenantId, token.hash, token.userId, token.purpose, token.createdAt, token.expiresAt],
    );
  }

  async endAll(actor: Actor, userId: string, purposes: readonly TokenPurpose[], now: Date): Promise<void> {
    await this.transaction.query(END_ALL, [actor.tenantId, userId, purposes, now]);
  }

  async userOf(actor: Actor, hash: Buffer, purpose: TokenPurpose, now: Date): Promise<string | null> {
    const [row] = await this.transaction.query<{ userId: string }>(
      `SELECT user_id AS "userId" FROM one_time_tokens WHERE ${USABLE}`,
      [actor.tenantId, hash, purpose, now],
    );
    return row?.userId ?? null;
  }

  /** Of any number of simultaneous calls one gets the user. */
  async consume(actor: Actor, hash: Buffer, purpose: TokenPurpose, now: Date): Promise<string | null> {
    const [row] = await this.transaction.query<{ userId: string }>(CONSUME, [actor.tenantId, hash, purpose, now]);
    return row?.userId ?? null;
  }

  async purge(actor: Actor, before: Date): Promise<void> {
    await this.transaction.query('DELETE FROM one_time_tokens WHERE tenant_id = $1 AND expires_at < $2', [
      actor.tenantId,
      before,
    ]);
  }
}
