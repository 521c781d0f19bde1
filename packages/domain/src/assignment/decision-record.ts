import { decideBatch } from './batch.js';
import type { AssignmentDecision, AssignmentMode } from './decision.js';
import type { AssignmentContext, Candidate, Need } from './facts.js';
import type { HandlingTimes } from './learned-times.js';

/** Everything a batch of decisions was made from. Plain JSON: it is stored, and decided again when somebody asks. */
export interface DecisionInputs {
  mode: AssignmentMode;
  needs: readonly Need[];
  candidates: readonly Candidate[];
  context: AssignmentContext;
}

export interface DecisionRecord {
  inputs: DecisionInputs;
  decision: AssignmentDecision;
}

/** The inputs without the handling times that do not concern them: what is stored stays small. */
export function relevantInputs({ mode, needs, candidates, context }: DecisionInputs): DecisionInputs {
  const { overall, categories, people } = context.times;
  const handled = new Set(needs.map(({ categoryId }) => categoryId ?? ''));
  const ids = new Set(candidates.map(({ id }) => id));
  const times: HandlingTimes = {
    overall,
    categories: only(categories, handled),
    people: mapValues(only(people, handled), (ofCategory) => only(ofCategory, ids)),
  };
  return { mode, needs, candidates, context: { ...context, times } };
}

/** Decides again, from what is stored. Null when the inputs are not those of this ticket. */
export function rederive({ inputs, decision }: DecisionRecord): AssignmentDecision | null {
  const { mode, needs, candidates, context } = inputs;
  const decided = decideBatch(mode, needs, candidates, context);
  return decided.find(({ ticketId }) => ticketId === decision.ticketId) ?? null;
}

/** Whether deciding again gives the same answer in every part, whatever order a database keeps keys in. */
export const isRederived = (record: DecisionRecord): boolean => isSame(rederive(record), record.decision);

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)));
}

const only = <V>(table: Readonly<Record<string, V>>, keys: ReadonlySet<string>): Record<string, V> =>
  Object.fromEntries(Object.entries(table).filter(([key]) => keys.has(key)));

const mapValues = <V>(table: Record<string, V>, change: (value: V) => V): Record<string, V> =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]));
