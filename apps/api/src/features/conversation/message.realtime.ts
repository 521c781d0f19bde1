import type { TimelineData } from '@baton/contracts/conversation/timeline-data';
import { systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { DomainEvent } from '../../platform/events/domain-event.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { RealtimeHub } from '../../platform/realtime/realtime-hub.js';
import { AUDIENCE_ROOM } from './presence.service.js';
import { type Audience, TimelineQueries } from './timeline.queries.js';

const CHANGING = new Set(['message.edited', 'message.redacted']);

/** Shows an edited or redacted message to everybody who has it open, each audience in its own numbering. */
@Injectable()
export class MessageRealtime implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly hub: RealtimeHub,
    private readonly transaction: TenantTransaction,
    private readonly timeline: TimelineQueries,
  ) {}

  onModuleInit(): void {
    this.bus.onLive(async (event) => {
      if (!CHANGING.has(event.type) || event.ticketId === null) return;
      await this.push(event, event.ticketId, 'internal');
      if (event.publicSeq !== null) await this.push(event, event.ticketId, 'public');
    });
  }

  private async push(event: DomainEvent, ticketId: string, audience: Audience): Promise<void> {
    const { messageId } = event.data as TimelineData['message.edited'];
    const actor = systemActor(event.tenantId as TenantId);
    const message = await this.transaction.read(actor, () =>
      this.timeline.message(actor, ticketId, audience, messageId),
    );
    this.hub.send(AUDIENCE_ROOM[audience](ticketId), 'message.changed', { ticketId, message });
  }
}
