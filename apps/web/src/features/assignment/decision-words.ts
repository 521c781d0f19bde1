import type {
  CandidateResponse,
  CostTermsResponse,
  DecisionResponse,
  RejectionResponse,
} from '@baton/contracts/assignment/assignment.response';
import { workWords } from '../../shared/text/work-words.texts';
import { formatAgo, formatClock, formatLength } from '../../shared/time/format-time';
import { texts } from './assignment.texts';

export type Term = keyof CostTermsResponse;
/** In the order in which time passes. */
export const TERMS: readonly Term[] = ['workAhead', 'handling', 'handover', 'fairness'];

export const minutesWords = (minutes: number): string =>
  minutes < 0.5 ? '0m' : formatLength(Math.max(1, Math.round(minutes)) * 60_000);

/** Whole minutes that add up to the rounded sum, so that whoever adds them up gets the same. */
export function wholeMinutes(terms: CostTermsResponse): Record<Term, number> {
  const whole = Object.fromEntries(TERMS.map((term) => [term, Math.floor(terms[term])])) as Record<Term, number>;
  const sum = Math.round(TERMS.reduce((total, term) => total + terms[term], 0));
  const left = sum - TERMS.reduce((total, term) => total + whole[term], 0);
  const byRest = [...TERMS].sort((a, b) => (terms[b] % 1) - (terms[a] % 1));
  for (const term of byRest.slice(0, left)) whole[term] += 1;
  return whole;
}

/** Why this person and nobody else, in one sentence. */
export function sentenceOf({ mode, candidates, waiting }: DecisionResponse): string {
  const [first] = candidates;
  if (waiting !== null && (waiting !== 'manual_mode' || !first)) return texts.waiting[waiting];
  if (candidates.length === 1 && waiting === null) return texts.onlyOne;
  const isCheapest = candidates.every(({ cost }) => (first?.cost ?? 0) <= cost);
  if (mode === 'best_match' && !isCheapest) return texts.together(candidates.length);
  const says = texts.byMode[mode](candidates.length);
  return waiting === null ? says : `${texts.waiting[waiting]} ${says}`;
}

export interface Moment {
  /** When the decision was made; now for an imagined ticket. */
  at: Date;
  now: Date;
  zone: string;
}

const skillName = (decision: DecisionResponse, skillId: string | null) =>
  decision.skills.find((skill) => skill.skillId === skillId)?.name || texts.deletedSkill;

/** `Certificates 5 · 2 of 6 active · last got one 1h ago`, as things stood then. */
export function standingOf(candidate: CandidateResponse, decision: DecisionResponse, { at, zone }: Moment): string {
  const { skills, active, capacity, lastAssignedAt } = candidate;
  const last = lastAssignedAt ? texts.lastGot(formatAgo(new Date(lastAssignedAt), at, zone)) : texts.neverGot;
  return [
    ...skills.map(({ skillId, level }) => texts.skill(skillName(decision, skillId), level)),
    texts.active(active, capacity),
    last,
  ].join(' · ');
}

/** Why somebody could not take it. */
export function rejectionWords(reason: RejectionResponse, decision: DecisionResponse, { at, zone }: Moment): string {
  const { code, availability, since, skillId, needed, has, active, capacity } = reason;
  switch (code) {
    case 'not_available': {
      const word = workWords.availability[availability ?? 'offline'];
      return since ? texts.sinceWord(word, formatClock(new Date(since), at, zone)) : word;
    }
    case 'missing_skill': {
      const name = skillName(decision, skillId);
      return has ? texts.tooLow(name, has, needed ?? 0) : texts.missing(name, needed ?? 0);
    }
    case 'at_capacity':
      return texts.full(active ?? 0, capacity ?? 0);
    default:
      return texts.rejection[code];
  }
}
