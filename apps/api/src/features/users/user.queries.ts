import { ListUsersQuery } from '@baton/contracts/users/users.dto';
import type { UserListResponse, UserResponse } from '@baton/contracts/users/users.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { containing, SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { notFound } from '../../platform/http/app-error.js';
import { decodeCursor, encodeCursor } from '../../platform/http/list-cursor.js';
import { presentUser, type UserRow } from './user.presenter.js';

const SELECT = `
SELECT u.id, u.name, u.role, u.avatar_key AS "avatarKey", u.email, u.phone, u.status, u.employee_number AS "employeeNumber",
  u.invitation_pending AS "invitationPending", u.rejected_reason AS "rejectedReason", u.created_at AS "createdAt",
  u.last_sign_in_at AS "lastSignInAt", split_part(u.email, '@', 2) = ANY(t.email_domains) AS "knownDomain", ARRAY(
    SELECT m.team_id FROM team_members m WHERE m.tenant_id = u.tenant_id AND m.user_id = u.id ORDER BY m.team_id
  ) AS "teamIds"
FROM users u JOIN tenants t ON t.id = u.tenant_id`;

const DEFAULT_LIMIT = 25;

@Injectable()
export class UserQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  /** @throws AppError resource.not_found */
  async get(actor: Actor, id: string): Promise<UserResponse> {
    const [user] = await this.byIds(actor, [id]);
    if (!user) throw notFound();
    return user;
  }

  async byIds(actor: Actor, ids: readonly string[]): Promise<UserResponse[]> {
    const rows = await this.transaction.run(actor, () =>
      this.transaction.query<UserRow>(`${SELECT} WHERE u.tenant_id = $1 AND u.id = ANY($2) ORDER BY u.name, u.id`, [
        actor.tenantId,
        ids,
      ]),
    );
    return rows.map(presentUser);
  }

  /** By name; `total` counts everybody the filters fit, on all pages. */
  list(actor: Actor, query: ListUsersQuery): Promise<UserListResponse> {
    const parameters = new SqlParameters();
    const where = filters(actor, query, parameters);
    const counted = [...parameters.values];
    const limit = query.limit ?? DEFAULT_LIMIT;
    const after = query.cursor ? decodeCursor(query.cursor, 'text') : null;
    const page = after ? `AND (u.name, u.id) > (${parameters.add(after.value)}, ${parameters.add(after.id)})` : '';
    const text = `${SELECT} WHERE ${where} ${page} ORDER BY u.name, u.id LIMIT ${parameters.add(limit + 1)}`;
    return this.transaction.run(actor, async () => {
      const rows = await this.transaction.query<UserRow>(text, parameters.values);
      const [count] = await this.transaction.query<{ total: number }>(
        `SELECT count(*)::int AS total FROM users u WHERE ${where}`,
        counted,
      );
      const items = rows.slice(0, limit).map(presentUser);
      const last = rows.length > limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? encodeCursor({ value: last.name, id: last.id }) : null, total: count!.total };
    });
  }

  async pendingCount(actor: Actor): Promise<number> {
    const [row] = await this.transaction.run(actor, () =>
      this.transaction.query<{ pending: number }>(
        "SELECT count(*)::int AS pending FROM users WHERE tenant_id = $1 AND status = 'pending'",
        [actor.tenantId],
      ),
    );
    return row!.pending;
  }
}

function filters(actor: Actor, { status, role, team, q }: ListUsersQuery, parameters: SqlParameters): string {
  const conditions = [`u.tenant_id = ${parameters.add(actor.tenantId)}`];
  if (status) conditions.push(`u.status = ANY(${parameters.add(status)})`);
  if (role) conditions.push(`u.role = ANY(${parameters.add(role)})`);
  if (team)
    conditions.push(`EXISTS (
      SELECT FROM team_members m
      WHERE m.tenant_id = u.tenant_id AND m.user_id = u.id AND m.team_id = ANY(${parameters.add(team)})
    )`);
  if (q) {
    const part = parameters.add(containing(q));
    conditions.push(`(u.name ILIKE ${part} OR u.email ILIKE ${part} OR u.employee_number ILIKE ${part})`);
  }
  return conditions.join(' AND ');
}
