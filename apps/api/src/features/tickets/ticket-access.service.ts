import type { Actor } from '@baton/domain/permissions/actor';
import { canView, canWork, type PolicyContext, type TicketFacts } from '@baton/domain/permissions/ticket-policy';
import { parseTicketNumber } from '@baton/domain/tickets/ticket-number';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { notFound } from '../../platform/http/app-error.js';
import { TicketEntity } from './ticket.entity.js';

/** A ticket the actor may see, with everything the policies ask for. */
export interface TicketInHand {
  ticket: TicketEntity;
  facts: TicketFacts;
  context: PolicyContext;
  /** Before the number: `ACME`. */
  prefix: string;
  /** Counts all timeline entries, or only the public ones? */
  worksOnIt: boolean;
}

interface Surroundings {
  prefix: string;
  reopenWindowDays: number;
  teamRestricted: boolean;
  watcherIds: string[];
  joinedIds: string[];
  mergedIntoId: string | null;
  actorTeamIds: string[];
}

const SURROUNDINGS = `
SELECT o.ticket_prefix AS prefix, o.reopen_window_days AS "reopenWindowDays",
  coalesce((SELECT restricted FROM teams WHERE tenant_id = o.id AND id = $2), false) AS "teamRestricted",
  ARRAY(SELECT user_id FROM ticket_watchers WHERE tenant_id = o.id AND ticket_id = $3) AS "watcherIds",
  ARRAY(SELECT user_id FROM ticket_watchers WHERE tenant_id = o.id AND ticket_id = $3 AND joined) AS "joinedIds",
  (SELECT target_id FROM ticket_merges WHERE tenant_id = o.id AND source_id = $3) AS "mergedIntoId",
  ARRAY(SELECT team_id FROM team_members WHERE tenant_id = o.id AND user_id = $4) AS "actorTeamIds"
FROM tenants o WHERE o.id = $1`;

/** The way to a single ticket: by id or number, only for those who may see it, locked for those who change it. */
@Injectable()
export class TicketAccess {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** @throws resource.not_found, the same whether it is missing or hidden */
  view(actor: Actor, ref: string): Promise<TicketInHand> {
    return this.take(actor, ref, false);
  }

  /** The row stays locked until the transaction ends: changes to one ticket happen one after another. */
  lock(actor: Actor, ref: string): Promise<TicketInHand> {
    return this.take(actor, ref, true);
  }

  /** Where a ticket's conversation is: itself, or the end of its chain of merges. Locked along the way, like itself. */
  async lockEnd(actor: Actor, inHand: TicketInHand): Promise<TicketInHand> {
    const { mergedIntoId } = inHand.facts;
    if (mergedIntoId === null) return inHand;
    return this.lockEnd(actor, await this.lockUnseen(actor, mergedIntoId));
  }

  /** Locks a ticket whether or not the actor may see it, for what goes on behind what the actor does. */
  async lockUnseen(actor: Actor, id: string): Promise<TicketInHand> {
    const ticket = await this.find(actor, id, true);
    if (!ticket) throw notFound();
    return this.withSurroundings(actor, ticket);
  }

  private async take(actor: Actor, ref: string, forUpdate: boolean): Promise<TicketInHand> {
    const ticket = await this.find(actor, ref, forUpdate);
    if (!ticket) throw notFound();
    const inHand = await this.withSurroundings(actor, ticket);
    const wanted = parseTicketNumber(ref)?.prefix;
    if (wanted && wanted !== inHand.prefix) throw notFound();
    if (actor.kind === 'user' && !canView(actor, inHand.facts, inHand.context.actorTeamIds)) throw notFound();
    return inHand;
  }

  private find(actor: Actor, ref: string, forUpdate: boolean): Promise<TicketEntity | null> {
    const number = parseTicketNumber(ref)?.number;
    const query = this.transaction.manager
      .getRepository(TicketEntity)
      .createQueryBuilder('t')
      .where('t.tenantId = :tenantId', { tenantId: actor.tenantId })
      .andWhere(number === undefined ? 't.id = :ref' : 't.number = :ref', { ref: number ?? ref });
    return (forUpdate ? query.setLock('pessimistic_write') : query).getOne();
  }

  /** Reads what the policies need beside the row itself. */
  async withSurroundings(actor: Actor, ticket: TicketEntity): Promise<TicketInHand> {
    const [found] = await this.transaction.query<Surroundings>(SURROUNDINGS, [
      actor.tenantId,
      ticket.teamId,
      ticket.id,
      actor.userId,
    ]);
    if (!found) throw notFound();
    const facts = factsOf(ticket, found);
    const { actorTeamIds, reopenWindowDays, prefix } = found;
    return {
      ticket,
      facts,
      context: { now: this.clock.now(), reopenWindowDays, actorTeamIds },
      prefix,
      worksOnIt: actor.kind === 'system' || canWork(actor, facts, actorTeamIds),
    };
  }
}

const factsOf = (ticket: TicketEntity, around: Surroundings): TicketFacts => ({
  requesterId: ticket.requesterId,
  submittedById: ticket.submittedById,
  assigneeId: ticket.assigneeId,
  teamId: ticket.teamId,
  teamRestricted: around.teamRestricted,
  watcherIds: around.watcherIds,
  joinedIds: around.joinedIds,
  mergedIntoId: around.mergedIntoId,
  status: ticket.status,
  resolvedAt: ticket.resolvedAt,
});
