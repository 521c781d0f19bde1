import { systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DomainEvent } from '../../platform/events/domain-event.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { SearchWordsRepository } from './search-words.repository.js';

/** Events after which a ticket itself says something new; messages come with their own id. */
const WRITTEN = new Set(['ticket.created', 'ticket.edited']);

/** Learns new words after the fact, so that no writer waits for another over a word both use. */
@Injectable()
export class SearchListeners implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly words: SearchWordsRepository,
  ) {}

  onModuleInit(): void {
    this.bus.onDurable((event) => this.learn(event));
  }

  private async learn({ tenantId, type, ticketId, messageId }: DomainEvent): Promise<void> {
    if (ticketId === null || (messageId === null && !WRITTEN.has(type))) return;
    await this.words.learn(systemActor(tenantId as TenantId), ticketId, messageId ?? ticketId);
  }
}
