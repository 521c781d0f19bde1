import type { TimelineData } from '@baton/contracts/conversation/timeline-data';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { Actor, UserActor } from '@baton/domain/permissions/actor';
import { decideMove } from '@baton/domain/permissions/ticket-policy';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError, enforce } from '../../platform/http/app-error.js';
import { PersonQueries } from '../users/person.queries.js';
import { WorkProfileQueries } from '../work-profiles/work-profile.queries.js';
import type { TicketEntity } from './ticket.entity.js';
import { type NewEntry, TicketRepository } from './ticket.repository.js';
import { TicketAccess, type TicketInHand } from './ticket-access.service.js';
import { TicketDetailQueries } from './ticket-detail.queries.js';

type Manner = Pick<TimelineData['ticket.assigned'], 'claimed' | 'returned'>;
type Circumstances = Pick<TimelineData['ticket.status_changed'], 'reason' | 'because'>;

/** Moves along the state machine. */
@Injectable()
export class TicketStatusService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly repository: TicketRepository,
    private readonly details: TicketDetailQueries,
    private readonly persons: PersonQueries,
    private readonly profiles: WorkProfileQueries,
  ) {}

  /** Any legal move: by a coordinator to a chosen status, by a requester through withdraw, close and reopen. */
  moveTo(actor: UserActor, ref: string, to: TicketStatus, reason?: string): Promise<TicketResponse> {
    return this.transaction.run(actor, async () => {
      const inHand = await this.access.lock(actor, ref);
      await this.moveInHand(actor, inHand, to, reason === undefined ? {} : { reason });
      return this.details.get(actor, inHand.ticket.id);
    });
  }

  /** Back to `open` from `resolved`, and from nowhere else. */
  reopen(actor: UserActor, ref: string, reason?: string): Promise<TicketResponse> {
    return this.transaction.run(actor, async () => {
      const inHand = await this.access.lock(actor, ref);
      const from = inHand.ticket.status;
      if (from !== 'resolved') throw new AppError('ticket.transition_not_allowed', { from, to: 'open' });
      await this.moveInHand(actor, inHand, 'open', reason === undefined ? {} : { reason });
      return this.details.get(actor, inHand.ticket.id);
    });
  }

  /** The same for a ticket that is locked already, within the open transaction. */
  async moveInHand(actor: Actor, inHand: TicketInHand, to: TicketStatus, circumstances: Circumstances): Promise<void> {
    const { ticket, facts, context } = inHand;
    enforce(decideMove(actor, facts, to, context));
    const from = ticket.status;
    const entries: NewEntry[] = [{ type: 'ticket.status_changed', data: { from, to, ...circumstances } }];
    const changes: Partial<TicketEntity> = { status: to, ...consequences(ticket, to, context.now) };
    if (to === 'in_progress' && ticket.assigneeId === null && actor.userId && inHand.worksOnIt) {
      // Starting on a ticket nobody holds is claiming it.
      changes.assigneeId = actor.userId;
      entries.unshift(await this.assigned(actor, null, actor.userId, { claimed: true }));
    }
    const isReopened = from === 'resolved' && to === 'open';
    if (isReopened && ticket.assigneeId && !(await this.profiles.isAround(actor, ticket.assigneeId, ticket.teamId))) {
      changes.assigneeId = null;
      entries.push(await this.assigned(actor, ticket.assigneeId, null, { returned: true }));
    }
    await this.repository.change(actor, ticket, changes, entries);
    facts.status = to;
    facts.assigneeId = ticket.assigneeId;
  }

  /** The entry of an assignment, with the names of this moment. */
  async assigned(actor: Actor, fromId: string | null, toId: string | null, how: Manner = {}): Promise<NewEntry> {
    const people = await this.persons.byIds(
      actor,
      [fromId, toId].filter((id) => id !== null),
    );
    const named = (id: string | null) => (id === null ? null : { id, name: people.get(id)?.name ?? '' });
    return { type: 'ticket.assigned', data: { from: named(fromId), to: named(toId), ...how } };
  }
}

/** What else a move writes. A reopened ticket is unresolved again; its history keeps the earlier resolution. */
function consequences(ticket: TicketEntity, to: TicketStatus, now: Date): Partial<TicketEntity> {
  if (to === 'resolved') return { resolvedAt: now };
  if (to === 'closed' || to === 'withdrawn') return { closedAt: now };
  return ticket.status === 'resolved' ? { resolvedAt: null } : {};
}
