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

/** Over the aliases `t` of tickets and `o` of tenants; `$3` is the actor. */
const SURROUNDINGS = `
o.ticket_prefix AS prefix, o.reopen_window_days AS "reopenWindowDays",
  coalesce((SELECT restricted FROM teams WHERE tenant_id = o.id AND id = t.team_id), false) AS "teamRestricted",
  ARRAY(SELECT user_id FROM ticket_watchers WHERE tenant_id = o.id AND ticket_id = t.id) AS "watcherIds",
  ARRAY(SELECT user_id FROM ticket_watchers WHERE tenant_id = o.id AND ticket_id = t.id AND joined) AS "joinedIds",
  (SELECT target_id FROM ticket_merges WHERE tenant_id = o.id AND source_id = t.id) AS "mergedIntoId",
  ARRAY(SELECT team_id FROM team_members WHERE tenant_id = o.id AND user_id = $3) AS "actorTeamIds"`;

/** The way to a single ticket: by id or number, only for those who may see it, locked for those who change it. */
@Injectable()
export class TicketAccess {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** Row and surroundings in one look. @throws resource.not_found, the same whether it is missing or hidden */
  async view(actor: Actor, ref: string): Promise<TicketInHand> {
    const found = await this.around<TicketEntity>(actor, ref, `${this.columns}, `);
    return allowed(actor, ref, this.inHand(actor, found, found));
  }

  /**
   * The row stays locked until the transaction ends: changes to one ticket happen one after another. The lock is sent
   * before anything is waited for, so that whatever the caller asks in the same moment sees what it protects.
   */
  async lock(actor: Actor, ref: string): Promise<TicketInHand> {
    return allowed(actor, ref, await this.lockUnseen(actor, ref));
  }

  /** Where a ticket's conversation is: itself, or the end of its chain of merges. Locked along the way, like itself. */
  async lockEnd(actor: Actor, inHand: TicketInHand): Promise<TicketInHand> {
    const { mergedIntoId } = inHand.facts;
    if (mergedIntoId === null) return inHand;
    return this.lockEnd(actor, await this.lockUnseen(actor, mergedIntoId));
  }

  /** Locks a ticket whether or not the actor may see it, for what goes on behind what the actor does. */
  async lockUnseen(actor: Actor, ref: string): Promise<TicketInHand> {
    // In one packet, one after the other: who held the lock before may have changed the surroundings as well.
    const [ticket, found] = await Promise.all([this.find(actor, ref), this.around(actor, ref)]);
    return this.inHand(actor, ticket, found);
  }

  /** Its key is left alone: whoever adds a row that refers to the ticket, such as a draft, need not wait. */
  private async find(actor: Actor, ref: string): Promise<TicketEntity> {
    const [ticket] = await this.transaction.query<TicketEntity>(
      `SELECT ${this.columns} FROM tickets t WHERE t.tenant_id = $1 AND ${named(ref)} FOR NO KEY UPDATE`,
      [actor.tenantId, keyOf(ref)],
    );
    if (!ticket) throw notFound();
    return ticket;
  }

  private get columns(): string {
    return this.transaction.columns(TicketEntity, 't');
  }

  /** Reads what the policies need beside the row itself. */
  async withSurroundings(actor: Actor, ticket: TicketEntity): Promise<TicketInHand> {
    return this.inHand(actor, ticket, await this.around(actor, ticket.id));
  }

  /** A ticket about to be written, as its author will have it in hand. @throws resource.not_found who may not see it */
  async ahead(actor: Actor, ticket: TicketEntity): Promise<TicketInHand> {
    const [found] = await this.transaction.query<Surroundings>(
      `SELECT ${SURROUNDINGS} FROM (SELECT $2::uuid AS id, $4::uuid AS team_id) t JOIN tenants o ON o.id = $1`,
      [actor.tenantId, ticket.id, actor.userId, ticket.teamId],
    );
    if (!found) throw notFound();
    return allowed(actor, ticket.id, this.inHand(actor, ticket, found));
  }

  /** @param more columns over `t`, each followed by a comma */
  private async around<More = unknown>(actor: Actor, ref: string, more = ''): Promise<Surroundings & More> {
    const [found] = await this.transaction.query<Surroundings & More>(
      `SELECT ${more}${SURROUNDINGS}
       FROM tickets t JOIN tenants o ON o.id = t.tenant_id WHERE t.tenant_id = $1 AND ${named(ref)}`,
      [actor.tenantId, keyOf(ref), actor.userId],
    );
    if (!found) throw notFound();
    return found;
  }

  private inHand(actor: Actor, ticket: TicketEntity, found: Surroundings): TicketInHand {
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

const numberOf = (ref: string): number | undefined => parseTicketNumber(ref)?.number;
/** A ticket is named by its number or its id: the condition, and what stands for `$2` in it. */
const named = (ref: string): string => (numberOf(ref) === undefined ? 't.id = $2' : 't.number = $2');
const keyOf = (ref: string): string | number => numberOf(ref) ?? ref;

/** @throws resource.not_found for another organization's prefix, and for who may not see the ticket */
function allowed(actor: Actor, ref: string, inHand: TicketInHand): TicketInHand {
  const wanted = parseTicketNumber(ref)?.prefix;
  if (wanted && wanted !== inHand.prefix) throw notFound();
  if (actor.kind === 'user' && !canView(actor, inHand.facts, inHand.context.actorTeamIds)) throw notFound();
  return inHand;
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
