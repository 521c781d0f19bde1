import type { Candidate, Need } from './facts.js';
import type { HandlingTimes, Observed } from './learned-times.js';
import { type AssignmentModel, byLevel, NEUTRAL_LEVEL } from './model.js';

/** Expected minutes of a ticket while nothing has been learned at all. */
export const UNKNOWN_MINUTES = 30;
export const NOTHING_LEARNED: HandlingTimes = {
  overall: { count: 0, meanMinutes: 0 },
  categories: {},
  people: {},
};
/** However long a ticket has taken, some work on it is left. */
const LEAST_REMAINING = 0.25;
const NEVER: Observed = { count: 0, meanMinutes: 0 };

/** The level at which somebody can do all of it: that of the weakest skill it needs. */
export function levelFor(candidate: Pick<Candidate, 'skills'>, need: Pick<Need, 'skills'>): number {
  if (need.skills.length === 0) return NEUTRAL_LEVEL;
  return Math.min(...need.skills.map(({ skillId }) => candidate.skills[skillId] ?? 0));
}

/** Expected minutes of active work, were this person given the ticket: learned, and shrunk towards the prior. */
export function expectedHandling(
  candidate: Pick<Candidate, 'id' | 'skills'>,
  need: Pick<Need, 'categoryId' | 'skills'>,
  times: HandlingTimes,
  model: AssignmentModel,
): number {
  const category = need.categoryId ?? '';
  const overall = shrunk(times.overall, UNKNOWN_MINUTES, model);
  const ofCategory = shrunk(times.categories[category] ?? NEVER, overall, model);
  const prior = ofCategory * byLevel(model.levelPace, levelFor(candidate, need));
  return shrunk(times.people[category]?.[candidate.id] ?? NEVER, prior, model);
}

/** Expected minutes that are left of `expected` after `spent` minutes of work. */
export const expectedRemaining = (expected: number, spent: number): number =>
  Math.max(expected - spent, expected * LEAST_REMAINING);

const shrunk = ({ count, meanMinutes }: Observed, prior: number, { priorCount }: AssignmentModel): number =>
  (count * meanMinutes + priorCount * prior) / (count + priorCount);
