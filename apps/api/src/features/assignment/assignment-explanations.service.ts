import { PreviewAssignmentDto } from '@baton/contracts/assignment/assignment.dto';
import type {
  DecisionOutcome,
  DecisionResponse,
  RecordedDecisionResponse,
  TicketAssignmentResponse,
  WaitingListResponse,
} from '@baton/contracts/assignment/assignment.response';
import { decide } from '@baton/domain/assignment/choice';
import type { WaitingReason } from '@baton/domain/assignment/decision';
import { type DecisionInputs, isRederived } from '@baton/domain/assignment/decision-record';
import type { Actor, UserActor } from '@baton/domain/permissions/actor';
import { isFinal } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { CategoryQueries } from '../categories/category.queries.js';
import { TeamQueries } from '../teams/team.queries.js';
import { TicketAccess, type TicketInHand } from '../tickets/ticket-access.service.js';
import { PersonQueries } from '../users/person.queries.js';
import { AssignmentFacts, needOf } from './assignment-facts.queries.js';
import { AssignmentRecords, type RecordedDecision } from './assignment-record.queries.js';
import { type Names, presentDecision, summarize } from './decision.presenter.js';

/** Why a ticket went to whom, or would. */
@Injectable()
export class AssignmentExplanations {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly records: AssignmentRecords,
    private readonly facts: AssignmentFacts,
    private readonly teams: TeamQueries,
    private readonly categories: CategoryQueries,
    private readonly people: PersonQueries,
  ) {}

  /** For those who work on the ticket. @throws resource.not_found, access.forbidden */
  ofTicket(actor: UserActor, ref: string): Promise<TicketAssignmentResponse> {
    return this.transaction.read(actor, async () => {
      const inHand = await this.access.view(actor, ref);
      if (!inHand.worksOnIt) throw new AppError('access.forbidden');
      const { id } = inHand.ticket;
      const [records, waiting] = await Promise.all([this.records.ofTicket(actor, id), this.records.waiting(actor, id)]);
      const names = await this.namesOf(
        actor,
        records.map(({ inputs }) => inputs),
      );
      const decisions = records.map((record, index) =>
        presentRecorded(record, names, outcomeOf(record, index, inHand)),
      );
      return {
        state: inHand.ticket.assigneeId ? 'assigned' : 'waiting',
        assigneeId: inHand.ticket.assigneeId,
        reason: waiting?.reason ?? (await this.reasonByHand(actor, inHand)),
        decision: summarize(decisions[0]),
        decisions,
        waiting: waiting && { reason: waiting.reason, since: waiting.since.toISOString() },
      };
    });
  }

  /** Nothing is given to anybody. @throws resource.not_found */
  preview(
    actor: UserActor,
    { teamId, categoryId = null, priority, mode }: PreviewAssignmentDto,
  ): Promise<DecisionResponse> {
    return this.transaction.read(actor, async () => {
      const [team] = await this.teams.list(actor, teamId);
      if (!team || (categoryId && !(await this.categories.get(actor, categoryId)))) throw notFound();
      const facts = await this.facts.load(
        actor,
        teamId,
        team.members.map(({ id }) => id),
      );
      const createdAt = new Date(facts.context.now);
      const imagined = {
        ticketId: newId(),
        priority,
        categoryId,
        createdAt,
        dueAt: null,
        returnedAt: null,
        handedBackBy: [],
      };
      const need = needOf(imagined, teamId, facts.categories);
      const { candidates, context } = facts;
      const decision = decide(mode ?? team.mode, need, candidates, context);
      const inputs = { mode: decision.mode, needs: [need], candidates, context };
      return presentDecision(decision, inputs, {
        ...(await this.namesOf(actor, [inputs])),
        team: { id: team.id, name: team.name },
      });
    });
  }

  waiting(actor: Actor): Promise<WaitingListResponse> {
    return this.transaction.read(actor, async () => ({ items: await this.records.byTeam(actor) }));
  }

  /** Nobody is looked for where people help themselves. */
  private async reasonByHand(actor: Actor, { ticket }: TicketInHand): Promise<WaitingReason | null> {
    if (ticket.assigneeId || !ticket.teamId || isFinal(ticket.status)) return null;
    return (await this.teams.get(actor, ticket.teamId))?.mode === 'manual' ? 'manual_mode' : null;
  }

  private async namesOf(actor: Actor, inputs: readonly DecisionInputs[]): Promise<Omit<Names, 'team'>> {
    const personIds = inputs.flatMap(({ candidates }) => candidates.map(({ id }) => id));
    const skillIds = inputs.flatMap(({ needs }) => needs.flatMap(({ skills }) => skills.map(({ skillId }) => skillId)));
    const [people, skills] = await Promise.all([
      this.people.byIds(actor, personIds),
      this.records.skillNames(actor, [...new Set(skillIds)]),
    ]);
    return { people, skills };
  }
}

function presentRecorded(
  record: RecordedDecision,
  names: Omit<Names, 'team'>,
  outcome: DecisionOutcome,
): RecordedDecisionResponse {
  const { id, at, trigger, teamId, teamName, inputs, decision } = record;
  return {
    ...presentDecision(decision, inputs, { ...names, team: { id: teamId, name: teamName } }),
    id,
    at: at.toISOString(),
    trigger,
    recomputed: isRederived({ inputs, decision }),
    outcome,
  };
}

/** Only the newest decision can still be what holds. */
function outcomeOf({ decision }: RecordedDecision, index: number, { ticket }: TicketInHand): DecisionOutcome {
  if (index > 0) return 'over';
  if (decision.chosen === null) return ticket.assigneeId || isFinal(ticket.status) ? 'over' : 'waits';
  if (ticket.assigneeId === decision.chosen) return 'holds';
  return ticket.assigneeId === null ? 'returned' : 'handed_over';
}
