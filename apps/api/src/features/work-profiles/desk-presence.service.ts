import type { Availability } from '@baton/domain/assignment/facts';
import type { UserActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../platform/events/event-bus.js';
import { Log } from '../../platform/log/log.token.js';
import { rooms } from '../../platform/realtime/realtime.js';
import { RealtimeHub } from '../../platform/realtime/realtime-hub.js';
import { AvailabilityService } from './availability.service.js';

/** Well below the time after which somebody counts as gone. */
const BEAT_MS = 30_000;

/** Whose connections this process serves, and telling the desk who comes and goes. */
@Injectable()
export class DeskPresence implements OnModuleInit, BeforeApplicationShutdown {
  /** How many connections each person has, by organization. */
  private readonly open = new Map<TenantId, Map<string, number>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly availability: AvailabilityService,
    private readonly bus: EventBus,
    private readonly hub: RealtimeHub,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.bus.onLive(async ({ type, tenantId, subjectId, data }) => {
      if (type !== 'availability.changed') return;
      const event = { userId: subjectId, availability: data.to as Availability };
      this.hub.send(rooms.desk(tenantId), 'availability.changed', event);
    });
    this.timer = setInterval(() => this.beat(), BEAT_MS);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  arrived(actor: UserActor): void {
    if (!actor.permissions.has('self.availability')) return;
    const people = this.open.get(actor.tenantId) ?? new Map<string, number>();
    const count = people.get(actor.userId) ?? 0;
    this.open.set(actor.tenantId, people.set(actor.userId, count + 1));
    if (count === 0) this.inBackground(this.availability.arrive(actor));
  }

  left({ tenantId, userId }: UserActor): void {
    const people = this.open.get(tenantId);
    const count = people?.get(userId);
    if (!people || !count) return;
    if (count > 1) return void people.set(userId, count - 1);
    people.delete(userId);
    if (people.size === 0) this.open.delete(tenantId);
    this.inBackground(this.availability.noteSeen(tenantId, [userId]));
  }

  private beat(): void {
    for (const [tenantId, people] of this.open)
      this.inBackground(this.availability.noteSeen(tenantId, [...people.keys()]));
  }

  /** A beat that fails is made good by the next. */
  private inBackground(work: Promise<unknown>): void {
    work.catch((error) => this.log.warn({ err: error }, 'presence was not noted'));
  }
}
