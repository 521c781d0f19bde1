import type { AssignedTicketResponse, OverCapacityResponse } from '@baton/contracts/tickets/assigned-ticket.response';
import type { AssignTicketDto } from '@baton/contracts/tickets/tickets.dto';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { Actor, UserActor } from '@baton/domain/permissions/actor';
import { decideAssign, decideClaim } from '@baton/domain/permissions/ticket-policy';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError, enforce, notFound } from '../../platform/http/app-error.js';
import { TeamQueries } from '../teams/team.queries.js';
import { PersonQueries } from '../users/person.queries.js';
import { WorkProfileQueries } from '../work-profiles/work-profile.queries.js';
import type { TicketEntity } from './ticket.entity.js';
import { type NewEntry, TicketRepository } from './ticket.repository.js';
import { TicketAccess, type TicketInHand } from './ticket-access.service.js';
import { TicketDetailQueries } from './ticket-detail.queries.js';
import { TicketStatusService } from './ticket-status.service.js';

/** Who holds a ticket. */
@Injectable()
export class TicketAssignmentService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly repository: TicketRepository,
    private readonly status: TicketStatusService,
    private readonly details: TicketDetailQueries,
    private readonly persons: PersonQueries,
    private readonly teams: TeamQueries,
    private readonly profiles: WorkProfileQueries,
  ) {}

  /** To oneself, and started. Of any number of simultaneous claims one wins; the others learn who. */
  claim(actor: UserActor, ref: string): Promise<TicketResponse> {
    return this.transaction.run(actor, async () => {
      const inHand = await this.access.lock(actor, ref);
      const { ticket, facts, context } = inHand;
      const decision = decideClaim(actor, facts, context);
      if (!decision.allowed && decision.code === 'ticket.already_claimed')
        throw await this.alreadyClaimed(actor, ticket);
      enforce(decision);
      const entries: NewEntry[] = [await this.status.assigned(actor, null, actor.userId, { claimed: true })];
      if (ticket.status !== 'in_progress')
        entries.push({
          type: 'ticket.status_changed',
          data: { from: ticket.status, to: 'in_progress', because: 'claimed' },
        });
      await this.repository.change(actor, ticket, { assigneeId: actor.userId, status: 'in_progress' }, entries);
      return this.details.get(actor, ticket.id);
    });
  }

  /** @throws ticket.assignee_unsuitable, ticket.is_final, resource.not_found */
  assign(actor: UserActor, ref: string, dto: AssignTicketDto): Promise<AssignedTicketResponse> {
    if (dto.assigneeId === undefined && dto.teamId === undefined)
      throw new AppError('request.invalid', { assigneeId: ['must be given when teamId is not'] });
    return this.transaction.run(actor, async () => {
      const inHand = await this.access.lock(actor, ref);
      await this.assignInHand(actor, inHand, dto);
      // Not `get`: whoever hands a ticket to a restricted team loses sight of it, and that is no failure.
      const ticket = await this.details.describe(actor, await this.access.withSurroundings(actor, inHand.ticket));
      return { ...ticket, overCapacity: dto.assigneeId ? await this.overCapacity(actor, dto.assigneeId) : null };
    });
  }

  /** The same for a ticket that is locked already, within the open transaction. */
  async assignInHand(actor: Actor, inHand: TicketInHand, dto: AssignTicketDto): Promise<void> {
    const { ticket, facts, context } = inHand;
    enforce(decideAssign(actor, facts, context));
    const teamId = dto.teamId === undefined ? ticket.teamId : dto.teamId;
    const assigneeId = dto.assigneeId === undefined ? ticket.assigneeId : dto.assigneeId;
    if (assigneeId) await this.requireSuitable(actor, assigneeId, teamId);
    await this.handOver(actor, inHand, assigneeId, teamId);
  }

  /** By the product itself, to somebody it found and whom nothing can make unsuitable before the open transaction ends; or to the pool. */
  async giveInHand(actor: Actor, inHand: TicketInHand, assigneeId: string | null): Promise<void> {
    await this.handOver(actor, inHand, assigneeId, inHand.ticket.teamId);
  }

  private async handOver(actor: Actor, inHand: TicketInHand, assigneeId: string | null, teamId: string | null) {
    const { ticket, facts } = inHand;
    const { changes, entries } = await this.handingOver(actor, ticket, assigneeId, teamId);
    if (entries.length > 0) await this.repository.change(actor, ticket, changes, entries);
    facts.status = ticket.status;
    facts.assigneeId = ticket.assigneeId;
  }

  private async handingOver(actor: Actor, ticket: TicketEntity, assigneeId: string | null, teamId: string | null) {
    const changes: Partial<TicketEntity> = {};
    const entries: NewEntry[] = [];
    if (teamId !== ticket.teamId) {
      changes.teamId = teamId;
      entries.push(await this.teamChanged(actor, ticket.teamId, teamId));
    }
    if (assigneeId !== ticket.assigneeId) {
      changes.assigneeId = assigneeId;
      entries.push(await this.status.assigned(actor, ticket.assigneeId, assigneeId));
      const to = statusAfterHandOver(ticket.status, assigneeId);
      if (to) {
        changes.status = to;
        entries.push({ type: 'ticket.status_changed', data: { from: ticket.status, to } });
      }
    }
    return { changes, entries };
  }

  /** @throws ticket.assignee_unsuitable resource.not_found */
  private async requireSuitable(actor: Actor, userId: string, teamId: string | null): Promise<void> {
    const person = (await this.persons.byIds(actor, [userId])).get(userId);
    if (!person) throw notFound();
    const isWorker = (await this.persons.workersAmong(actor, [userId])).has(userId);
    const team = teamId ? await this.teams.get(actor, teamId) : null;
    const isShutOut =
      team?.restricted && person.role !== 'admin' && !(await this.teams.ofUser(actor, userId)).includes(team.id);
    if (!isWorker || isShutOut) throw new AppError('ticket.assignee_unsuitable', { assigneeId: userId });
  }

  private async teamChanged(actor: Actor, fromId: string | null, toId: string | null): Promise<NewEntry> {
    const named = async (id: string | null) => {
      if (id === null) return null;
      const team = await this.teams.get(actor, id);
      if (!team) throw notFound();
      return { id, name: team.name };
    };
    return { type: 'ticket.team_changed', data: { from: await named(fromId), to: await named(toId) } };
  }

  /** By hand somebody may be given more than their capacity; then whoever does so is told. */
  private async overCapacity(actor: Actor, userId: string): Promise<OverCapacityResponse | null> {
    const load = await this.profiles.load(actor, userId);
    return load && load.active > load.capacity ? load : null;
  }

  private async alreadyClaimed(actor: UserActor, { assigneeId }: TicketEntity): Promise<AppError> {
    const holder = assigneeId ? (await this.persons.byIds(actor, [assigneeId])).get(assigneeId) : undefined;
    return new AppError('ticket.already_claimed', { by: holder ? { id: holder.id, name: holder.name } : null });
  }
}

/** A new ticket somebody was found for is open; a started one that goes back to the pool waits there as open. */
function statusAfterHandOver(status: TicketStatus, assigneeId: string | null): TicketStatus | null {
  if (assigneeId !== null) return status === 'new' ? 'open' : null;
  return status === 'in_progress' ? 'open' : null;
}
