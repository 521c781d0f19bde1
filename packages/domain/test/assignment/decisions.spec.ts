import fc from 'fast-check';
import { decideBatch } from '../../src/assignment/batch.js';
import { decide } from '../../src/assignment/choice.js';
import { ASSIGNMENT_MODES, type AssignmentMode } from '../../src/assignment/decision.js';
import { isRederived, rederive, relevantInputs } from '../../src/assignment/decision-record.js';
import { freeSlots, rejections } from '../../src/assignment/eligibility.js';
import { compareInQueue, inQueueOrder } from '../../src/assignment/queue-order.js';
import { someContext, someNeeds, somePeople } from './random-work.js';

const mode = fc.constantFrom<AssignmentMode>(...ASSIGNMENT_MODES);
const work = [mode, someNeeds(6), somePeople(5), someContext] as const;
const always = (holds: (...args: DecisionArgs) => void) => fc.assert(fc.property(...work, holds), { numRuns: 200 });
type DecisionArgs = Parameters<typeof decideBatch>;

/** The same with the keys of every object the other way round, as a database may keep them. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, reordered(inner)]);
  return Object.fromEntries(entries.reverse());
}

it('never gives a ticket to somebody who cannot take it, nor more than they may hold', () =>
  always((how, needs, people, context) => {
    const decisions = decideBatch(how, needs, people, context);
    for (const person of people) {
      const theirs = decisions.filter(({ chosen }) => chosen === person.id);
      expect(theirs.length).toBeLessThanOrEqual(freeSlots(person));
      for (const { ticketId } of theirs) {
        expect(rejections(person, needs.find((need) => need.ticketId === ticketId)!)).toEqual([]);
      }
    }
  }));

it('accounts for everybody, in minutes that add up, with a reason exactly when nobody is chosen', () =>
  always((how, needs, people, context) => {
    for (const { candidates, rejected, chosen, waiting } of decideBatch(how, needs, people, context)) {
      expect([...candidates, ...rejected].map(({ id }) => id).sort()).toEqual(people.map(({ id }) => id).sort());
      for (const { cost, terms } of candidates) {
        expect(Object.values(terms).every((minutes) => minutes >= 0)).toBe(true);
        expect(Object.values(terms).reduce((sum, minutes) => sum + minutes, 0)).toBe(cost);
      }
      expect(chosen === null).toBe(waiting !== null);
      if (chosen !== null) expect(candidates[0]?.id).toBe(chosen);
    }
  }));

it('answers the same in whatever order tickets and people are listed', () =>
  always((how, needs, people, context) => {
    const turned = decideBatch(how, needs.toReversed(), people.toReversed(), context);
    expect(turned).toEqual(decideBatch(how, needs, people, context));
  }));

it('decides about one ticket as about a batch of one', () =>
  always((how, [need], people, context) => {
    expect(decideBatch(how, [need!], people, context)).toEqual([decide(how, need!, people, context)]);
  }));

it('derives every decision again from what is stored, and notices when it was another', () =>
  always((how, needs, people, context) => {
    const inputs = relevantInputs({ mode: how, needs, candidates: people, context });
    for (const decision of decideBatch(how, needs, people, context)) {
      const stored = reordered(JSON.parse(JSON.stringify({ inputs, decision })));
      expect(rederive(stored as Parameters<typeof rederive>[0])).toEqual(decision);
      expect(isRederived(stored as Parameters<typeof rederive>[0])).toBe(true);
      expect(isRederived({ inputs, decision: { ...decision, together: 99 } })).toBe(false);
    }
  }));

it('gives nothing to a newer ticket that an older one of the same needs and rank could have had', () =>
  always((how, needs, people, context) => {
    const same = needs.map((need) => ({ ...need, teamId: 'it', skills: [] }));
    const isGiven = decideBatch(how, same, people, context).map(({ chosen }) => chosen !== null);
    expect(isGiven).toEqual(isGiven.toSorted((a, b) => Number(b) - Number(a)));
  }));

it('orders tickets completely: no two are the same, and the order has no circles', () =>
  always((_mode, needs, _people, context) => {
    const queue = inQueueOrder(needs, context);
    queue.forEach((ahead, place) => {
      for (const behind of queue.slice(place + 1)) expect(compareInQueue(context)(ahead, behind)).toBeLessThan(0);
    });
  }));

it('takes turns in round_robin: nobody gets a second ticket before everybody has one', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 30 }),
      someContext,
      fc.boolean(),
      (count, tickets, context, isAtOnce) => {
        let people = Array.from({ length: count }, (_person, place) => personNamed(`p${place}`));
        const given = people.map(() => 0);
        const needs = Array.from({ length: tickets }, (_ticket, place) => ticketNamed(`t${place}`, context.now));
        for (const [at, batch] of (isAtOnce ? [needs] : needs.map((need) => [need])).entries()) {
          const moment = { ...context, now: context.now + at };
          for (const { chosen } of decideBatch('round_robin', batch, people, moment)) {
            given[Number(chosen!.slice(1))]!++;
            people = people.map((each) => (each.id === chosen ? { ...each, lastAssignedAt: moment.now } : each));
          }
        }
        expect(Math.max(...given) - Math.min(...given)).toBeLessThanOrEqual(1);
      },
    ),
  ));

const personNamed = (id: string) => ({
  id,
  teamIds: ['it'],
  skills: {},
  capacity: 99,
  availability: 'online' as const,
  onShift: true,
  absent: false,
  active: [],
  lastAssignedAt: null as number | null,
  minutesLately: 0,
});

const ticketNamed = (ticketId: string, now: number) => ({
  ticketId,
  teamId: 'it',
  categoryId: null,
  skills: [],
  priority: 'medium' as const,
  dueAt: null,
  waitingSince: now,
});
