import { decideBatch } from '@baton/domain/assignment/batch';
import { decide } from '@baton/domain/assignment/choice';
import type { AssignmentDecision, WaitingReason } from '@baton/domain/assignment/decision';
import { relevantInputs } from '@baton/domain/assignment/decision-record';
import type { Need } from '@baton/domain/assignment/facts';
import { inQueueOrder } from '@baton/domain/assignment/queue-order';
import { type Actor, systemActor } from '@baton/domain/permissions/actor';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { Log } from '../../platform/log/log.token.js';
import { ClocksService } from '../sla/clocks.service.js';
import { TeamQueries } from '../teams/team.queries.js';
import { TicketAccess } from '../tickets/ticket-access.service.js';
import { TicketAssignmentService } from '../tickets/ticket-assignment.service.js';
import { TicketRecordService } from '../tickets/ticket-record.service.js';
import { WorkProfileQueries } from '../work-profiles/work-profile.queries.js';
import { AssignmentRepository } from './assignment.repository.js';
import { AssignmentFacts, type Serving, type TeamFacts } from './assignment-facts.queries.js';
import { RebalancingService } from './rebalancing.service.js';
import { type TeamWake, WakingRepository } from './waking.repository.js';

/** Tickets given out by one transaction at most. */
const BATCH = 40;

/** `busy`: somebody does something to a ticket of the pool. */
type Progress = 'more' | 'busy' | 'done';

/** When a team that is not done is served again, milliseconds. */
const AGAIN_MS = { more: 0, busy: 100 };
/** Often it was a lost connection, and the next attempt succeeds. */
const PUT_OFF_MS = 5000;

/**
 * Gives a team's waiting tickets to its people. Everybody who might get one is held meanwhile, and every ticket that is
 * given: nobody can be given too much or become unavailable in between, and a ticket somebody else has at hand is left to
 * them while the next one is given out.
 */
@Injectable()
export class AssignmentEngine {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly teams: TeamQueries,
    private readonly profiles: WorkProfileQueries,
    private readonly facts: AssignmentFacts,
    private readonly repository: AssignmentRepository,
    private readonly access: TicketAccess,
    private readonly assignment: TicketAssignmentService,
    private readonly record: TicketRecordService,
    private readonly rebalancing: RebalancingService,
    private readonly waking: WakingRepository,
    private readonly clocks: ClocksService,
    private readonly log: Log,
  ) {}

  /**
   * One batch for the team whose turn it is, in one transaction.
   * @returns whether there was one. As soon as it is committed: that everybody hears of it is no reason for others to wait
   */
  serveNext(tenantId: TenantId): Promise<boolean> {
    const actor = systemActor(tenantId);
    let wake: TeamWake | null = null;
    const batch = async (): Promise<void> => {
      wake = await this.waking.take(actor);
      if (!wake) return;
      const progress = await this.serveTeam(actor, wake);
      if (progress !== 'done') this.waking.again(actor, wake, AGAIN_MS[progress]);
    };
    return new Promise((resolve, reject) => {
      const served = this.transaction.run(actor, async () => {
        this.transaction.afterCommit(() => resolve(wake !== null));
        await batch();
      });
      served.catch((error) => this.putOff(actor, wake, error).then(resolve, reject));
    });
  }

  /** A team that cannot be served must not keep the others waiting. */
  private async putOff(actor: Actor, wake: TeamWake | null, error: unknown): Promise<boolean> {
    if (!wake) throw error;
    this.log.error({ err: error, tenantId: actor.tenantId, ...wake }, 'a team could not be served');
    await this.transaction.run(actor, async () => this.waking.putOff(actor, wake, PUT_OFF_MS));
    return true;
  }

  private async serveTeam(actor: Actor, { teamId, trigger }: TeamWake): Promise<Progress> {
    const team = await this.teams.hold(actor, teamId);
    if (!team || team.mode === 'manual') return 'done';
    const facts = await this.facts.load(actor, teamId, await this.profiles.holdTeam(actor, teamId));
    const { id, name, mode } = team;
    return this.serveHeld({ actor, team: { id, name }, mode, trigger, facts });
  }

  private async serveHeld(serving: Serving): Promise<Progress> {
    const { actor, facts } = serving;
    const [pool, reasons] = await Promise.all([
      this.facts.pool(actor, facts),
      this.repository.waitingReasons(actor, facts.teamId),
    ]);
    const wanted = wantedOf(pool, reasons, serving);
    const held = await this.promised(actor, facts, await this.facts.holdPool(actor, facts, wanted));
    const decisions = await this.decide(serving, held, reasons);
    if (decisions.length > 0) return 'more';
    if (held.length < wanted.length) return 'busy';
    return (await this.rebalancing.rebalance(serving)) ? 'more' : 'done';
  }

  /** What is so new that nobody has counted its deadline yet is counted now: it decides who gets what. */
  private async promised(actor: Actor, facts: TeamFacts, held: readonly Need[]): Promise<readonly Need[]> {
    const uncounted = held.flatMap(({ ticketId, dueAt }) => (dueAt === null ? [ticketId] : []));
    if (uncounted.length === 0 || !(await this.clocks.refresh(actor, uncounted))) return held;
    const ids = held.map(({ ticketId }) => ticketId);
    return this.facts.holdPool(actor, facts, ids);
  }

  /** @returns what is new: who got what, and what waits for another reason than before */
  private async decide(serving: Serving, needs: readonly Need[], reasons: Map<string, WaitingReason>) {
    const { actor, mode, trigger, facts } = serving;
    const { candidates, context, teamId } = facts;
    const all = decideBatch(mode, needs, candidates, context);
    const decisions = all.filter(({ ticketId, waiting }) => waiting === null || reasons.get(ticketId) !== waiting);
    if (decisions.length === 0) return [];
    const inputs = relevantInputs({ mode, needs, candidates, context });
    await this.repository.record(actor, { teamId, trigger, inputs, decisions });
    await Promise.all(decisions.map((decision) => this.give(actor, decision)));
    await this.letWait(serving, decisions, reasons);
    return decisions;
  }

  private async give(actor: Actor, { ticketId, chosen }: AssignmentDecision): Promise<void> {
    if (chosen) await this.assignment.giveInHand(actor, await this.access.lock(actor, ticketId), chosen);
  }

  /** The first that waits for a reason tells the admins; the others of the team that wait for the same are no news. */
  private async letWait(
    { actor, team, facts }: Serving,
    decisions: readonly AssignmentDecision[],
    reasons: Map<string, WaitingReason>,
  ) {
    const waits = decisions.flatMap(({ ticketId, waiting }) => (waiting ? [{ ticketId, reason: waiting }] : []));
    if (waits.length === 0) return;
    await this.repository.wait(actor, facts.teamId, waits);
    const known = new Set(reasons.values());
    for (const { ticketId, reason } of waits) {
      if (known.has(reason)) continue;
      known.add(reason);
      const inHand = await this.access.lock(actor, ticketId);
      await this.record.write(actor, inHand, {}, [
        { type: 'assignment.waiting', data: { team, reason }, internal: true },
      ]);
    }
  }
}

/** The next to be given out, and some that wait for another reason than is known. */
function wantedOf(pool: readonly Need[], reasons: Map<string, WaitingReason>, { mode, facts }: Serving): string[] {
  const { candidates, context } = facts;
  const queue = inQueueOrder(pool, context).map((need) => decide(mode, need, candidates, context));
  const possible = queue.filter(({ chosen }) => chosen !== null).slice(0, BATCH);
  const stuck = queue.filter(({ ticketId, waiting }) => waiting && reasons.get(ticketId) !== waiting).slice(0, BATCH);
  return [...possible, ...stuck].map(({ ticketId }) => ticketId);
}
