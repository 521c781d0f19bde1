import { systemActor, type UserActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import type { DomainEvent } from '../../platform/events/domain-event.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { Turns } from '../../platform/events/turns.js';
import { RealtimeHub } from '../../platform/realtime/realtime-hub.js';
import { TicketAccess } from '../tickets/ticket-access.service.js';
import { freshRow, presentEntry, presentMessage } from './conversation.presenter.js';
import { FreshMessages } from './fresh-messages.service.js';
import { AUDIENCE_ROOM, AUDIENCES, PresenceService } from './presence.service.js';
import { type Audience, audienceOf, type Heard, heard, TimelineQueries } from './timeline.queries.js';

/** After these somebody who has the ticket open may see less of it, or nothing. */
const RESEATING = new Set(['ticket.team_changed', 'ticket.watcher_removed']);

type Numbers = Pick<DomainEvent, 'publicSeq'> & { seq: number };

/** Tickets whose last sent number is remembered. */
const MAX_REMEMBERED = 10_000;

/**
 * Pushes timeline entries after their commit, each audience in its own numbering. Commits of one ticket happen in
 * order but are heard of in any; sending everything after the last sent number keeps the order all the same.
 */
@Injectable()
export class ConversationRealtime implements OnModuleInit {
  /** In the internal numbering, which has every entry. */
  private readonly lastSent = new Map<string, number>();
  /** One push at a time per ticket. */
  private readonly turns = new Turns();

  constructor(
    private readonly bus: EventBus,
    private readonly hub: RealtimeHub,
    private readonly transaction: TenantTransaction,
    private readonly timeline: TimelineQueries,
    private readonly access: TicketAccess,
    private readonly presence: PresenceService,
    private readonly fresh: FreshMessages,
  ) {}

  onModuleInit(): void {
    this.bus.onLive((event) => this.push(event));
  }

  /** Everybody who has the ticket open goes on with what they may still hear of it. What comes next waits for that. */
  reseat(ticketId: string): Promise<void> {
    return this.turns.take(ticketId, () => this.seatAnew(ticketId));
  }

  private seatAnew(ticketId: string): Promise<void> {
    const view = (actor: UserActor) => this.transaction.read(actor, () => this.access.view(actor, ticketId));
    // Whatever the reason it could not be viewed for: nothing is heard that may not be.
    return this.presence.reseat(ticketId, (actor) => view(actor).then(audienceOf, () => null));
  }

  private async push(event: DomainEvent): Promise<void> {
    const { tenantId, ticketId, seq, publicSeq } = event;
    if (ticketId === null || seq === null || this.pushFresh(event, ticketId, seq)) return;
    await this.turns.take(ticketId, async () => {
      if (RESEATING.has(event.type)) await this.seatAnew(ticketId);
      await this.sendUpTo(tenantId as TenantId, ticketId, { seq, publicSeq });
    });
  }

  /**
   * A message just written, when it is its turn already: nothing can have happened to it since.
   * @returns false when it has to be read
   */
  private pushFresh(event: DomainEvent, ticketId: string, seq: number): boolean {
    const fresh = event.messageId === null ? undefined : this.fresh.take(event.messageId);
    const isNext = (this.lastSent.get(ticketId) ?? seq - 1) === seq - 1 && !this.turns.isTaken(ticketId);
    if (!fresh || !isNext) return false;
    const { id, publicSeq, type, occurredAt, data } = event;
    // To people in general, of whom the ticket's status allows none anything.
    const row = { ...freshRow(fresh, { seq, ticketStatus: 'open' }), id, publicSeq, type, occurredAt, data };
    const reader = systemActor(event.tenantId as TenantId);
    this.tell(ticketId, heard(presentEntry(row, presentMessage(reader, row)), publicSeq));
    this.remember(ticketId, seq);
    return true;
  }

  private async sendUpTo(tenantId: TenantId, ticketId: string, { seq, publicSeq }: Numbers): Promise<void> {
    const after = this.lastSent.get(ticketId) ?? seq - 1;
    if (seq <= after) return;
    const mayHear = (audience: Audience): boolean => this.hub.mayBeHeard(AUDIENCE_ROOM[audience](ticketId));
    // Heard of out of turn, what came before it may be public also when it is not.
    const hasPublic = publicSeq !== null || seq > after + 1;
    if (!mayHear('internal') && !(hasPublic && mayHear('public'))) return this.remember(ticketId, seq);
    const actor = systemActor(tenantId);
    const entries = await this.transaction.read(actor, () => this.timeline.forBoth(actor, ticketId, after, 100));
    for (const entry of entries) this.tell(ticketId, entry);
    this.remember(ticketId, entries.at(-1)?.internal.seq ?? seq);
  }

  private tell(ticketId: string, entryOf: Heard): void {
    for (const audience of AUDIENCES) {
      const entry = entryOf[audience];
      if (entry)
        this.hub.send(AUDIENCE_ROOM[audience](ticketId), 'timeline.appended', { ticketId, seq: entry.seq, entry });
    }
  }

  private remember(ticketId: string, seq: number): void {
    this.lastSent.delete(ticketId);
    this.lastSent.set(ticketId, seq);
    const oldest = this.lastSent.keys().next().value;
    if (this.lastSent.size > MAX_REMEMBERED && oldest !== undefined) this.lastSent.delete(oldest);
  }
}
