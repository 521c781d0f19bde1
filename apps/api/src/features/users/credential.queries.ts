import type { AccountStatus } from '@baton/domain/accounts/account-status';
import type { Actor } from '@baton/domain/permissions/actor';
import type { Role } from '@baton/domain/permissions/roles';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

/** What signing in needs to know of an account. Never leaves the server. */
export interface Credential {
  id: string;
  tenantId: TenantId;
  name: string;
  email: string;
  role: Role;
  status: AccountStatus;
  passwordHash: string | null;
  invitationPending: boolean;
  rejectedReason: string | null;
  organizationSlug: string;
  organizationName: string;
}

const SELECT = `
SELECT u.id, u.tenant_id AS "tenantId", u.name, u.email, u.role, u.status, u.password_hash AS "passwordHash",
  u.invitation_pending AS "invitationPending", u.rejected_reason AS "rejectedReason",
  t.slug AS "organizationSlug", t.name AS "organizationName"
FROM users u JOIN tenants t ON t.id = u.tenant_id
WHERE u.tenant_id = $1`;

@Injectable()
export class CredentialQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  byEmail(actor: Actor, email: string): Promise<Credential | null> {
    return this.find(actor, 'u.email = $2', email);
  }

  byId(actor: Actor, id: string): Promise<Credential | null> {
    return this.find(actor, 'u.id = $2', id);
  }

  private async find(actor: Actor, condition: string, value: string): Promise<Credential | null> {
    const [row] = await this.transaction.run(actor, () =>
      this.transaction.query<Credential>(`${SELECT} AND ${condition}`, [actor.tenantId, value]),
    );
    return row ?? null;
  }
}
