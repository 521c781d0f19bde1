import type { SessionUserResponse } from '@baton/contracts/auth/auth.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { avatarUrl } from './person.presenter.js';

const SELECT = `
SELECT u.id, u.tenant_id AS "tenantId", u.name, u.email, u.phone, u.role, u.status, u.employee_number AS "employeeNumber",
  u.avatar_key AS "avatarKey", u.time_zone AS "timeZone", u.language, u.theme, u.mail_notifications AS "mailNotifications",
  t.slug AS "organizationSlug", t.name AS "organizationName", ARRAY(
    SELECT m.team_id FROM team_members m WHERE m.tenant_id = u.tenant_id AND m.user_id = u.id ORDER BY m.team_id
  ) AS "teamIds"
FROM users u JOIN tenants t ON t.id = u.tenant_id
WHERE u.tenant_id = $1 AND u.id = $2`;

type Row = Omit<SessionUserResponse, 'avatarUrl'> & { avatarKey: string | null };

/** The signed-in person as their own browser gets to know them. */
@Injectable()
export class SessionUserQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  async get(actor: UserActor): Promise<SessionUserResponse> {
    const [row] = await this.transaction.run(actor, () =>
      this.transaction.query<Row>(SELECT, [actor.tenantId, actor.userId]),
    );
    const { avatarKey, ...user } = row!;
    return { ...user, avatarUrl: avatarUrl({ id: user.id, avatarKey }) };
  }
}
