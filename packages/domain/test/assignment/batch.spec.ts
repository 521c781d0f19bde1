import fc from 'fast-check';
import { decideBatch } from '../../src/assignment/batch.js';
import { comparisonOf, costOf, totalOf, weightOf } from '../../src/assignment/cost.js';
import { rejections } from '../../src/assignment/eligibility.js';
import type { AssignmentContext, Candidate, Need } from '../../src/assignment/facts.js';
import { expectedHandling } from '../../src/assignment/handling-times.js';
import { cheapestMatching } from '../../src/assignment/matching.js';
import { inQueueOrder } from '../../src/assignment/queue-order.js';
import { someContext, someNeeds, somePeople } from './random-work.js';

type Plan = (number | null)[];

/** Every way to give rows to `columns` of which each has room for so many. */
function* everyPlan(rows: number, room: readonly number[]): Generator<Plan> {
  if (rows === 0) {
    yield [];
    return;
  }
  for (const before of everyPlan(rows - 1, room)) {
    yield [...before, null];
    for (const [column, slots] of room.entries()) {
      if (before.filter((each) => each === column).length < slots) yield [...before, column];
    }
  }
}

/** The best of all: serves the earliest possible rows, and is the cheapest of those that do. */
function bestOf(plans: Iterable<Plan>, costOfPlan: (plan: Plan) => number) {
  const served = (plan: Plan) => plan.map((column) => (column === null ? '0' : '1')).join('');
  let best = { served: '', cost: Number.POSITIVE_INFINITY };
  for (const plan of plans) {
    const next = { served: served(plan), cost: costOfPlan(plan) };
    if (!Number.isFinite(next.cost)) continue;
    if (next.served > best.served || (next.served === best.served && next.cost < best.cost)) best = next;
  }
  return best;
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

it('matches as cheaply as the best of all matchings, the earlier rows first', () => {
  const cost = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Number.POSITIVE_INFINITY));
  const square = fc
    .integer({ min: 1, max: 4 })
    .chain((columns) => fc.array(fc.array(cost, { minLength: columns, maxLength: columns }), { maxLength: 5 }));
  fc.assert(
    fc.property(square, (costs) => {
      const costOfPlan = (plan: Plan) => sum(plan.map((column, row) => (column === null ? 0 : costs[row]![column]!)));
      const room = (costs[0] ?? []).map(() => 1);
      const found = cheapestMatching(costs);
      expect(bestOf([found], costOfPlan)).toEqual(bestOf(everyPlan(costs.length, room), costOfPlan));
    }),
    { numRuns: 1000 },
  );
});

/** What a plan costs: who has several works the weightiest first, each waiting for those before it. */
function costOfPeople(queue: readonly Need[], people: readonly Candidate[], context: AssignmentContext, plan: Plan) {
  const othersFor = (need: Need) => comparisonOf(people.filter((each) => rejections(each, need).length === 0));
  return sum(
    people.map((person, column) => {
      const theirs = queue.filter((_need, row) => plan[row] === column);
      if (theirs.some((need) => rejections(person, need).length > 0)) return Number.POSITIVE_INFINITY;
      const suitable = queue.filter((need) => rejections(person, need).length === 0);
      const minutes = suitable.map((need) => expectedHandling(person, need, context.times, context.model));
      const wait = sum(minutes) / Math.max(1, minutes.length);
      const byWeight = theirs.toSorted((a, b) => weightOf(b, context) - weightOf(a, context));
      const costs = byWeight.map((need, place) => {
        return weightOf(need, context) * (totalOf(costOf(person, need, context, othersFor(need))) + place * wait);
      });
      return sum(costs);
    }),
  );
}

it('gives out a batch as well as the best of all ways to give it out', () =>
  fc.assert(
    fc.property(someNeeds(5), somePeople(3), someContext, (needs, people, context) => {
      const queue = inQueueOrder(needs, context);
      const costOfPlan = (plan: Plan) => costOfPeople(queue, people, context, plan);
      const room = people.map(({ capacity, active }) => Math.max(0, capacity - active.length));
      const chosen = decideBatch('best_match', needs, people, context).map((decision) => decision.chosen);
      const found = chosen.map((id) => (id === null ? null : people.findIndex((person) => person.id === id)));
      const [mine, best] = [bestOf([found], costOfPlan), bestOf(everyPlan(queue.length, room), costOfPlan)];
      expect(mine.served).toBe(best.served);
      if (queue.length > 1) expect(mine.cost).toBeCloseTo(best.cost, 6);
    }),
    { numRuns: 400 },
  ));
