import { systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DomainEvent } from '../../platform/events/domain-event.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { ClocksService } from './clocks.service.js';
import { SlaRulesService } from './sla-rules.service.js';

/** Events after which a ticket's clocks may start, stop, pause, or be promised something else. */
const MOVING: Record<string, (data: Record<string, unknown>) => boolean> = {
  'ticket.created': () => true,
  'ticket.status_changed': () => true,
  'message.sent': () => true,
  'ticket.team_changed': () => true,
  'ticket.edited': touchesTerms,
  'ticket.restored': touchesTerms,
};

function touchesTerms({ fields }: { fields?: unknown }): boolean {
  const edited = (fields ?? {}) as Record<string, unknown>;
  return ['priority', 'category', 'categoryId'].some((field) => field in edited);
}

/** Clocks follow what happens on tickets. A category that moves may take its tickets from one policy to another. */
@Injectable()
export class SlaListeners implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly clocks: ClocksService,
    private readonly rules: SlaRulesService,
  ) {}

  onModuleInit(): void {
    this.bus.onDurable(async (event) => {
      const tenantId = event.tenantId as TenantId;
      if (event.ticketId && MOVING[event.type]?.(event.data)) await this.clocks.refresh({ tenantId }, [event.ticketId]);
      if (isCategoryMove(event)) await this.rules.changed(systemActor(tenantId));
    });
  }
}

const isCategoryMove = ({ type, data }: DomainEvent): boolean =>
  type === 'category.changed' && 'parentId' in ((data.after as object | undefined) ?? {});
