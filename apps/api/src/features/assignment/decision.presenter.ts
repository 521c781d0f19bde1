import type {
  ConsideredResponse,
  DecisionOutcome,
  DecisionResponse,
  DecisionSummaryResponse,
  RecordedDecisionResponse,
  RejectedResponse,
  RejectionResponse,
} from '@baton/contracts/assignment/assignment.response';
import type { PersonResponse } from '@baton/contracts/users/person.response';
import type { AssignmentDecision } from '@baton/domain/assignment/decision';
import type { DecisionInputs } from '@baton/domain/assignment/decision-record';
import type { Rejection } from '@baton/domain/assignment/eligibility';
import type { Candidate, Need } from '@baton/domain/assignment/facts';
import type { DeskCandidate } from './assignment-facts.queries.js';

/** How people, teams and skills are called now. */
export interface Names {
  people: ReadonlyMap<string, PersonResponse>;
  skills: ReadonlyMap<string, string>;
  team: { id: string; name: string };
}

const HOLDING = new Set<DecisionOutcome>(['holds', 'waits']);

/** Older records may know less of a person. */
type Recorded = Candidate & Partial<DeskCandidate>;

/** A decision in the words of whoever asks for it. @throws when it was made from other inputs */
export function presentDecision(decision: AssignmentDecision, inputs: DecisionInputs, names: Names): DecisionResponse {
  const need = inputs.needs.find(({ ticketId }) => ticketId === decision.ticketId);
  if (!need) throw new Error('The decision was made from other inputs');
  const candidates = new Map<string, Recorded>(inputs.candidates.map((candidate) => [candidate.id, candidate]));
  const personOf = (id: string): PersonResponse[] => {
    const person = names.people.get(id);
    return person ? [person] : [];
  };
  return {
    mode: decision.mode,
    team: names.team,
    skills: need.skills.map(({ skillId, level }) => ({ skillId, level, name: names.skills.get(skillId) ?? '' })),
    chosen: decision.chosen === null ? null : (names.people.get(decision.chosen) ?? null),
    waiting: decision.waiting,
    candidates: decision.candidates.flatMap(({ id, cost, terms }) =>
      personOf(id).map((person) => ({ person, cost, terms, ...standing(candidates.get(id), need) })),
    ),
    rejected: decision.rejected.flatMap(({ id, reasons }): RejectedResponse[] =>
      personOf(id).map((person) => ({
        person,
        reasons: reasons.map((reason) => presentRejection(reason, candidates.get(id))),
      })),
    ),
  };
}

function standing(candidate: Recorded | undefined, need: Need) {
  return {
    active: candidate?.active.length ?? 0,
    capacity: candidate?.capacity ?? 0,
    skills: need.skills.flatMap(({ skillId }) => {
      const level = candidate?.skills[skillId];
      return level === undefined ? [] : [{ skillId, level }];
    }),
    lastAssignedAt: instant(candidate?.lastAssignedAt),
  };
}

function presentRejection(rejection: Rejection, candidate: Recorded | undefined): RejectionResponse {
  const details = 'details' in rejection ? rejection.details : {};
  return {
    ...{ availability: null, skillId: null, needed: null, has: null, active: null, capacity: null },
    ...details,
    code: rejection.code,
    since: rejection.code === 'not_available' ? instant(candidate?.availableSince) : null,
  };
}

/** What holds of the newest decision: that a ticket is with somebody, or waits. */
export function summarize(newest: RecordedDecisionResponse | undefined): DecisionSummaryResponse | null {
  if (!newest || !HOLDING.has(newest.outcome)) return null;
  const able = newest.candidates.map(
    ({ person, cost, terms }): ConsideredResponse => ({ userId: person.id, eligible: true, cost, terms }),
  );
  const unable = newest.rejected.map(
    ({ person, reasons }): ConsideredResponse => ({
      userId: person.id,
      eligible: false,
      rejectedBecause: reasons[0]?.code,
    }),
  );
  return { mode: newest.mode, decidedAt: newest.at, candidates: [...able, ...unable] };
}

const instant = (ms: number | null | undefined): string | null => (ms == null ? null : new Date(ms).toISOString());
