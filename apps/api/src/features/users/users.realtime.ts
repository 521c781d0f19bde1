import { systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DomainEvent } from '../../platform/events/domain-event.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { rooms } from '../../platform/realtime/realtime.js';
import { RealtimeHub } from '../../platform/realtime/realtime-hub.js';
import { UserQueries } from './user.queries.js';

/** Events after which another number of registrations waits. */
const COUNTED = new Set(['user.registered', 'user.approved', 'user.rejected']);

@Injectable()
export class UsersRealtime implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly hub: RealtimeHub,
    private readonly users: UserQueries,
  ) {}

  onModuleInit(): void {
    this.bus.onLive((event) => this.tellAdmins(event));
  }

  private async tellAdmins({ type, tenantId }: DomainEvent): Promise<void> {
    if (!COUNTED.has(type)) return;
    const pending = await this.users.pendingCount(systemActor(tenantId as TenantId));
    this.hub.send(rooms.admins(tenantId), 'registrations.changed', { pending });
  }
}
