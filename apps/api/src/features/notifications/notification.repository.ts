import type { NotificationKind } from '@baton/contracts/notifications/notifications.response';
import type { Actor, UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { DomainEvent } from '../../platform/events/domain-event.js';

const INSERT = `
INSERT INTO notifications (tenant_id, id, user_id, event_id, kind, ticket_id, seq, actor_id, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`;

const OWN = 'SELECT id FROM notifications WHERE tenant_id = $1 AND user_id = $2 AND id = ANY($3)';

/** What is read already stays read since then. */
const READ = 'UPDATE notifications SET read_at = $3 WHERE tenant_id = $1 AND user_id = $2 AND read_at IS NULL';

/** The only writer of notifications. One per event and person, however often the event is handled. */
@Injectable()
export class NotificationRepository {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** @returns its id; null when the person has one of this event */
  async insert(event: DomainEvent, kind: NotificationKind, userId: string): Promise<string | null> {
    const { tenantId, id: eventId, ticketId, seq, actorId, occurredAt } = event;
    const values = [tenantId, newId(), userId, eventId, kind, ticketId, seq, actorId, occurredAt];
    const [row] = await this.transaction.query<{ id: string }>(INSERT, values);
    return row?.id ?? null;
  }

  async forgetRead(actor: Actor, before: Date): Promise<void> {
    await this.transaction.query('DELETE FROM notifications WHERE tenant_id = $1 AND read_at < $2', [
      actor.tenantId,
      before,
    ]);
  }

  /** How many of these are the actor's. */
  async countOwn(actor: UserActor, ids: readonly string[]): Promise<number> {
    return (await this.transaction.query(OWN, [actor.tenantId, actor.userId, ids])).length;
  }

  /** @returns ids of those that were unread until now */
  read(actor: UserActor, ids: readonly string[]): Promise<string[]> {
    return this.markRead(actor, 'AND id = ANY($4)', [ids]);
  }

  readAll(actor: UserActor): Promise<string[]> {
    return this.markRead(actor, '', []);
  }

  /** Whatever happened on the ticket up to this entry. */
  readUpTo(actor: UserActor, ticketId: string, seq: number): Promise<string[]> {
    return this.markRead(actor, 'AND ticket_id = $4 AND seq <= $5', [ticketId, seq]);
  }

  private async markRead(actor: UserActor, which: string, values: unknown[]): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(
      `WITH read AS (${READ} ${which} RETURNING id) SELECT id FROM read`,
      [actor.tenantId, actor.userId, this.clock.now(), ...values],
    );
    return rows.map(({ id }) => id);
  }
}
