import type { PresentedToken } from '@baton/domain/accounts/refresh-rotation';
import type { Actor } from '@baton/domain/permissions/actor';
import type { Role } from '@baton/domain/permissions/roles';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { SessionEntity } from './session.entity.js';

const LOCK_TOKEN = `
SELECT t.session_id AS "sessionId", s.user_id AS "userId", u.role, t.rotated_at AS "rotatedAt", t.grace_used AS "graceUsed",
  u.status = 'approved' AND s.revoked_at IS NULL AND s.expires_at > $3 AS "isLive",
  EXISTS (
    SELECT FROM refresh_tokens later
    WHERE later.tenant_id = t.tenant_id AND later.session_id = t.session_id AND later.rotated_at > t.rotated_at
  ) AS superseded
FROM refresh_tokens t
JOIN sessions s ON s.tenant_id = t.tenant_id AND s.id = t.session_id
JOIN users u ON u.tenant_id = s.tenant_id AND u.id = s.user_id
WHERE t.tenant_id = $1 AND t.token_hash = $2
FOR UPDATE OF t`;

const END = `
WITH ended AS (
  UPDATE sessions SET revoked_at = $4
  WHERE tenant_id = $1 AND user_id = $2 AND revoked_at IS NULL AND ($3::uuid[] IS NULL OR id = ANY($3)) AND id IS DISTINCT FROM $5
  RETURNING id
)
SELECT id FROM ended`;

const PURGE = 'DELETE FROM sessions WHERE tenant_id = $1 AND (expires_at < $2 OR revoked_at < $2)';

export interface LockedToken extends PresentedToken {
  sessionId: string;
  userId: string;
  role: Role;
  /** The session runs and the account may sign in. */
  isLive: boolean;
}

/** Sessions and their refresh tokens. */
@Injectable()
export class SessionRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  async insert(session: SessionEntity): Promise<void> {
    await this.transaction.manager.insert(SessionEntity, session);
  }

  async prolong(actor: Actor, id: string, times: Pick<SessionEntity, 'lastUsedAt' | 'expiresAt'>): Promise<void> {
    await this.transaction.manager.update(SessionEntity, { tenantId: actor.tenantId, id }, times);
  }

  async addToken(actor: Actor, sessionId: string, hash: Buffer, now: Date): Promise<void> {
    await this.transaction.query(
      'INSERT INTO refresh_tokens (tenant_id, token_hash, session_id, created_at) VALUES ($1, $2, $3, $4)',
      [actor.tenantId, hash, sessionId, now],
    );
  }

  /** Two tabs with the same token take turns here. */
  async lockToken(actor: Actor, hash: Buffer, now: Date): Promise<LockedToken | null> {
    const [token] = await this.transaction.query<LockedToken>(LOCK_TOKEN, [actor.tenantId, hash, now]);
    return token ?? null;
  }

  async markRotated(actor: Actor, hash: Buffer, now: Date): Promise<void> {
    await this.transaction.query('UPDATE refresh_tokens SET rotated_at = $3 WHERE tenant_id = $1 AND token_hash = $2', [
      actor.tenantId,
      hash,
      now,
    ]);
  }

  async markGraceUsed(actor: Actor, hash: Buffer): Promise<void> {
    await this.transaction.query(
      'UPDATE refresh_tokens SET grace_used = true WHERE tenant_id = $1 AND token_hash = $2',
      [actor.tenantId, hash],
    );
  }

  /**
   * Ends a user's running sessions.
   * @param which only these, or all
   * @param except keeps this one
   * @returns the ids of those that ended now
   */
  async end(
    actor: Actor,
    userId: string,
    { which = null, except = null, now }: { which?: string[] | null; except?: string | null; now: Date },
  ): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(END, [actor.tenantId, userId, which, now, except]);
    return rows.map(({ id }) => id);
  }

  /** Sessions that ended before, and their tokens with them. */
  async purge(actor: Actor, before: Date): Promise<void> {
    await this.transaction.query(PURGE, [actor.tenantId, before]);
  }
}
