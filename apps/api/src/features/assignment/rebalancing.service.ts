import { decideBatch } from '@baton/domain/assignment/batch';
import { relevantInputs } from '@baton/domain/assignment/decision-record';
import { rebalance, type TakeOver } from '@baton/domain/assignment/rebalance';
import { Injectable } from '@nestjs/common';
import { TicketAccess } from '../tickets/ticket-access.service.js';
import { TicketAssignmentService } from '../tickets/ticket-assignment.service.js';
import { AssignmentRepository } from './assignment.repository.js';
import { AssignmentFacts, type Serving } from './assignment-facts.queries.js';

/** Whoever has nothing begun takes what the product gave to somebody else who has not begun it either. */
@Injectable()
export class RebalancingService {
  constructor(
    private readonly facts: AssignmentFacts,
    private readonly repository: AssignmentRepository,
    private readonly access: TicketAccess,
    private readonly assignment: TicketAssignmentService,
  ) {}

  /** At most one ticket, when somebody has less to do; whoever else is served keeps what they have. @returns whether one moved */
  async rebalance(serving: Serving): Promise<boolean> {
    const { candidates, movable, context } = serving.facts;
    if (serving.mode !== 'best_match' || serving.trigger !== 'person') return false;
    for (const free of candidates.filter(({ active }) => active.every(({ started }) => !started))) {
      const needs = movable.filter(({ heldBy }) => !heldBy.includes(free.id)).map(({ need }) => need);
      const move = rebalance(free, candidates, needs, context);
      if (move && (await this.carryOut(serving, move))) return true;
    }
    return false;
  }

  /** Decided as if it were in the pool and there were these two: that is what the explanation shows, and derives again. */
  private async carryOut({ actor, mode, trigger, facts }: Serving, { ticketId, from, to }: TakeOver): Promise<boolean> {
    const needs = facts.movable.flatMap(({ need }) => (need.ticketId === ticketId ? [need] : []));
    const candidates = facts.candidates
      .filter(({ id }) => id === from || id === to)
      .map((person) => ({ ...person, active: person.active.filter((ticket) => ticket.ticketId !== ticketId) }));
    const decisions = decideBatch(mode, needs, candidates, facts.context);
    if (decisions[0]?.chosen !== to || !(await this.facts.holdUnbegun(actor, facts, ticketId, from))) return false;
    const inputs = relevantInputs({ mode, needs, candidates, context: facts.context });
    await this.repository.record(actor, { teamId: facts.teamId, trigger, inputs, decisions });
    await this.assignment.giveInHand(actor, await this.access.lock(actor, ticketId), to);
    return true;
  }
}
