import type { ListNotificationsQuery } from '@baton/contracts/notifications/notifications.dto';
import type {
  NotificationListResponse,
  NotificationResponse,
} from '@baton/contracts/notifications/notifications.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { decodeCursor, encodeCursor } from '../../platform/http/list-cursor.js';
import { visibleTo, workableBy } from '../tickets/ticket-visibility.queries.js';
import { type NotificationRow, presentNotification } from './notifications.presenter.js';

const DEFAULT_LIMIT = 25;

const SELECT = `
SELECT n.id, n.kind, n.created_at AS "createdAt", n.read_at IS NOT NULL AS read,
  t.id AS "ticketId", t.number, o.ticket_prefix AS prefix, t.subject, t.status,
  CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name, 'role', u.role, 'avatarKey', u.avatar_key) END AS actor
FROM notifications n
JOIN tickets t ON t.tenant_id = n.tenant_id AND t.id = n.ticket_id
JOIN tenants o ON o.id = n.tenant_id
LEFT JOIN users u ON u.tenant_id = n.tenant_id AND u.id = n.actor_id`;

/** Of tickets the reader sees today. Mentions may be of notes: they are for who works on the ticket. */
const own = (actor: UserActor, parameters: SqlParameters): string[] => [
  `n.tenant_id = ${parameters.add(actor.tenantId)}`,
  `n.user_id = ${parameters.add(actor.userId)}`,
  visibleTo(actor, parameters),
  `(n.kind <> 'mentioned' OR ${workableBy(actor, parameters)})`,
];

@Injectable()
export class NotificationsQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  list(actor: UserActor, query: ListNotificationsQuery): Promise<NotificationListResponse> {
    return this.transaction.read(actor, async () => {
      const limit = query.limit ?? DEFAULT_LIMIT;
      const rows = await this.page(actor, query, limit + 1);
      const items = rows.slice(0, limit);
      const last = rows.length > limit ? items.at(-1) : undefined;
      return {
        items: items.map(presentNotification),
        nextCursor: last ? encodeCursor({ value: last.createdAt.toISOString(), id: last.id }) : null,
        unread: await this.unread(actor),
      };
    });
  }

  /** One of the actor's own, within the open transaction; null when its ticket is out of sight. */
  async find(actor: UserActor, id: string): Promise<NotificationResponse | null> {
    const parameters = new SqlParameters();
    const where = [...own(actor, parameters), `n.id = ${parameters.add(id)}`].join(' AND ');
    const [row] = await this.transaction.query<NotificationRow>(`${SELECT} WHERE ${where}`, parameters.values);
    return row ? presentNotification(row) : null;
  }

  /** How many the list has unread, within the open transaction. */
  async unread(actor: UserActor): Promise<number> {
    const parameters = new SqlParameters();
    const where = [...own(actor, parameters), 'n.read_at IS NULL'].join(' AND ');
    const [row] = await this.transaction.query<{ unread: number }>(
      `SELECT count(*)::int AS unread FROM notifications n
       JOIN tickets t ON t.tenant_id = n.tenant_id AND t.id = n.ticket_id WHERE ${where}`,
      parameters.values,
    );
    return row?.unread ?? 0;
  }

  private page(
    actor: UserActor,
    { unread, cursor }: ListNotificationsQuery,
    limit: number,
  ): Promise<NotificationRow[]> {
    const parameters = new SqlParameters();
    const where = own(actor, parameters);
    if (unread !== undefined) where.push(`n.read_at IS ${unread ? '' : 'NOT '}NULL`);
    if (cursor) {
      const { value, id } = decodeCursor(cursor, 'instant');
      where.push(`(n.created_at, n.id) < (${parameters.add(value)}::timestamptz, ${parameters.add(id)}::uuid)`);
    }
    return this.transaction.query<NotificationRow>(
      `${SELECT} WHERE ${where.join(' AND ')} ORDER BY n.created_at DESC, n.id DESC LIMIT ${parameters.add(limit)}`,
      parameters.values,
    );
  }
}
