import type { ReadNotificationsDto } from '@baton/contracts/notifications/notifications.dto';
import type {
  NotificationKind,
  UnreadNotificationsResponse,
} from '@baton/contracts/notifications/notifications.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { DomainEvent } from '../../platform/events/domain-event.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { rooms } from '../../platform/realtime/realtime.js';
import { RealtimeHub } from '../../platform/realtime/realtime-hub.js';
import { NotificationRepository } from './notification.repository.js';
import { NotificationsQueries } from './notifications.queries.js';

/** The bell: what concerns somebody, until it was read. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly notifications: NotificationRepository,
    private readonly queries: NotificationsQueries,
    private readonly hub: RealtimeHub,
  ) {}

  /** Within the event's transaction. Each person hears of an event once. */
  async notify(event: DomainEvent, kind: NotificationKind, people: readonly UserActor[]): Promise<void> {
    await Promise.all(
      people.map(async (person) => {
        const id = await this.notifications.insert(event, kind, person.userId);
        if (id) this.transaction.afterCommit(() => this.push(person, id));
      }),
    );
  }

  /** @throws resource.not_found when one of them is not the actor's, request.invalid when none is named */
  read(actor: UserActor, { ids, all }: ReadNotificationsDto): Promise<UnreadNotificationsResponse> {
    if (!ids && !all) throw new AppError('request.invalid', { ids: ['must be given, or all'] });
    return this.transaction.run(actor, async () => {
      if (ids && (await this.notifications.countOwn(actor, ids)) < ids.length) throw notFound();
      const read = await (all || !ids ? this.notifications.readAll(actor) : this.notifications.read(actor, ids));
      return { unread: await this.announceRead(actor, read, all ?? false) };
    });
  }

  /** Whoever has read a ticket up to an entry knows what its notifications say. Within the open transaction. */
  async readUpTo(actor: UserActor, ticketId: string, seq: number): Promise<void> {
    const read = await this.notifications.readUpTo(actor, ticketId, seq);
    if (read.length > 0) await this.announceRead(actor, read, false);
  }

  private async announceRead(actor: UserActor, read: string[], all: boolean): Promise<number> {
    const unread = await this.queries.unread(actor);
    const event = { ids: all ? null : read, unread };
    this.transaction.afterCommit(() => this.hub.send(rooms.user(actor.userId), 'notifications.read', event));
    return unread;
  }

  private async push(person: UserActor, id: string): Promise<void> {
    if (!this.hub.mayBeHeard(rooms.user(person.userId))) return;
    const [notification, unread] = await this.transaction.read(person, () =>
      Promise.all([this.queries.find(person, id), this.queries.unread(person)]),
    );
    if (notification) this.hub.send(rooms.user(person.userId), 'notification.created', { notification, unread });
  }
}
