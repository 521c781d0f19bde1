import type { SessionListResponse } from '@baton/contracts/auth/auth.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import type { Role } from '@baton/domain/permissions/roles';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import type { AccessClaims } from '../../platform/access/authenticator.js';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { SessionEntity } from './session.entity.js';

const LIVE_ROLE = `
SELECT u.role FROM sessions s JOIN users u ON u.tenant_id = s.tenant_id AND u.id = s.user_id
WHERE s.tenant_id = $1 AND s.id = $2 AND s.user_id = $3 AND s.revoked_at IS NULL AND s.expires_at > $4
  AND u.status = 'approved'`;

const RUNNING = `
SELECT id, user_agent AS "userAgent", ip, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM sessions
WHERE tenant_id = $1 AND user_id = $2 AND revoked_at IS NULL AND expires_at > $3
ORDER BY last_used_at DESC, id LIMIT 1000`;

@Injectable()
export class SessionQueries {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** The role of whoever holds these claims, as of now; null when session or account is no longer good. */
  async liveRole(claims: AccessClaims): Promise<Role | null> {
    const tenantId = claims.tid as TenantId;
    const [row] = await this.transaction.read({ tenantId }, () =>
      this.transaction.query<{ role: Role }>(LIVE_ROLE, [tenantId, claims.sid, claims.sub, this.clock.now()]),
    );
    return row?.role ?? null;
  }

  async listOf(actor: UserActor): Promise<SessionListResponse> {
    const rows = await this.transaction.run(actor, () =>
      this.transaction.query<SessionEntity>(RUNNING, [actor.tenantId, actor.userId, this.clock.now()]),
    );
    return {
      items: rows.map((row) => ({
        id: row.id,
        current: row.id === actor.sessionId,
        userAgent: row.userAgent,
        ip: row.ip,
        createdAt: row.createdAt.toISOString(),
        lastUsedAt: row.lastUsedAt.toISOString(),
      })),
    };
  }
}
