import { systemActor, type UserActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { DomainEvent } from '../../platform/events/domain-event.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { RealtimeHub } from '../../platform/realtime/realtime-hub.js';
import { TicketAccess } from '../tickets/ticket-access.service.js';
import { AUDIENCE_ROOM, PresenceService } from './presence.service.js';
import { type Audience, audienceOf, TimelineQueries } from './timeline.queries.js';

/** After these somebody who has the ticket open may see less of it, or nothing. */
const RESEATING = new Set(['ticket.team_changed', 'ticket.watcher_removed']);

/** Tickets whose last sent number is remembered. */
const MAX_REMEMBERED = 10_000;

/**
 * Pushes timeline entries after their commit, each audience in its own numbering. Commits of one ticket happen in
 * order but are heard of in any; sending everything after the last sent number keeps the order all the same.
 */
@Injectable()
export class ConversationRealtime implements OnModuleInit {
  private readonly lastSent = new Map<string, number>();
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly bus: EventBus,
    private readonly hub: RealtimeHub,
    private readonly transaction: TenantTransaction,
    private readonly timeline: TimelineQueries,
    private readonly access: TicketAccess,
    private readonly presence: PresenceService,
  ) {}

  onModuleInit(): void {
    this.bus.onLive(async (event) => {
      if (event.ticketId && RESEATING.has(event.type)) await this.reseat(event.ticketId);
      await this.push(event, 'internal', event.seq);
      await this.push(event, 'public', event.publicSeq);
    });
  }

  private reseat(ticketId: string): Promise<void> {
    const view = (actor: UserActor) => this.transaction.read(actor, () => this.access.view(actor, ticketId));
    // Whatever the reason it could not be viewed for: nothing is heard that may not be.
    return this.presence.reseat(ticketId, (actor) => view(actor).then(audienceOf, () => null));
  }

  /** One at a time per ticket and audience. */
  private async push(event: DomainEvent, audience: Audience, seq: number | null): Promise<void> {
    const { ticketId } = event;
    if (ticketId === null || seq === null) return;
    const room = AUDIENCE_ROOM[audience](ticketId);
    const turn = (this.running.get(room) ?? Promise.resolve()).then(() =>
      this.sendUpTo(event, ticketId, audience, seq),
    );
    const settled = turn.catch(() => undefined);
    this.running.set(room, settled);
    await turn.finally(() => {
      if (this.running.get(room) === settled) this.running.delete(room);
    });
  }

  private async sendUpTo(event: DomainEvent, ticketId: string, audience: Audience, seq: number): Promise<void> {
    const room = AUDIENCE_ROOM[audience](ticketId);
    const after = this.lastSent.get(room) ?? seq - 1;
    if (seq <= after) return;
    if (!this.hub.mayBeHeard(room)) return this.remember(room, seq);
    const actor = systemActor(event.tenantId as TenantId);
    const entries = await this.transaction.read(actor, () =>
      this.timeline.entries(actor, ticketId, audience, { after, limit: 100 }),
    );
    for (const entry of entries) this.hub.send(room, 'timeline.appended', { ticketId, seq: entry.seq, entry });
    this.remember(room, entries.at(-1)?.seq ?? seq);
  }

  private remember(room: string, seq: number): void {
    this.lastSent.delete(room);
    this.lastSent.set(room, seq);
    const oldest = this.lastSent.keys().next().value;
    if (this.lastSent.size > MAX_REMEMBERED && oldest !== undefined) this.lastSent.delete(oldest);
  }
}
