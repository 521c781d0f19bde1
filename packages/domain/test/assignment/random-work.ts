import fc from 'fast-check';
import type { AssignmentContext, Candidate, Need } from '../../src/assignment/facts.js';
import type { HandlingTimes } from '../../src/assignment/learned-times.js';
import { DEFAULT_MODEL } from '../../src/assignment/model.js';
import { PRIORITIES } from '../../src/tickets/ticket-priority.js';

export const NOW = Date.UTC(2026, 2, 2, 9);
export const MINUTE = 60_000;

const SKILLS = ['network', 'printers'];
const CATEGORIES = ['access', 'hardware'];

/** Few values, so that ties, shortages and impossible tickets are common. */
const moment = fc.integer({ min: -3000, max: 0 }).map((minutes) => NOW + minutes * MINUTE);
const place = {
  priority: fc.constantFrom(...PRIORITIES),
  dueAt: fc.option(fc.integer({ min: -60, max: 600 }).map((minutes) => NOW + minutes * MINUTE)),
  waitingSince: moment,
};
const numbered = <T extends object>(items: T[], letter: string) =>
  items.map((item, index) => ({ ...item, id: `${letter}${index}` }));

const need = fc.record({
  ...place,
  teamId: fc.constantFrom('it', 'it', 'it', 'payroll'),
  categoryId: fc.option(fc.constantFrom(...CATEGORIES)),
  skills: fc.uniqueArray(fc.record({ skillId: fc.constantFrom(...SKILLS), level: fc.integer({ min: 1, max: 4 }) }), {
    maxLength: 2,
    selector: ({ skillId }) => skillId,
  }),
});

/** Tickets with different ids. */
export const someNeeds = (maxLength: number): fc.Arbitrary<Need[]> =>
  fc
    .array(need, { minLength: 1, maxLength })
    .map((needs) => numbered(needs, 't').map(({ id, ...rest }) => ({ ...rest, ticketId: id })));

const held = fc.record({
  ...place,
  remainingMinutes: fc.double({ min: 0, max: 90, noNaN: true }),
  started: fc.boolean(),
});

const candidate = fc.record({
  teamIds: fc.constantFrom(['it'], ['it'], ['it', 'payroll'], []),
  skills: fc.dictionary(fc.constantFrom(...SKILLS), fc.integer({ min: 1, max: 5 })),
  capacity: fc.integer({ min: 0, max: 4 }),
  availability: fc.constantFrom('online' as const, 'online' as const, 'online' as const, 'away' as const),
  onShift: fc.constantFrom(true, true, true, false),
  absent: fc.constantFrom(false, false, false, true),
  active: fc.array(held, { maxLength: 3 }),
  lastAssignedAt: fc.option(moment),
  minutesLately: fc.constantFrom(0, 30, 30, 240),
});

/** People with different ids, holding different tickets; some more than they should. */
export const somePeople = (maxLength: number): fc.Arbitrary<Candidate[]> =>
  fc.array(candidate, { minLength: 1, maxLength }).map((people) =>
    numbered(people, 'p').map((person) => ({
      ...person,
      active: numbered([...person.active], `${person.id}-`).map(({ id, ...ticket }) => ({ ...ticket, ticketId: id })),
    })),
  );

const observed = fc.record({
  count: fc.integer({ min: 0, max: 40 }),
  meanMinutes: fc.double({ min: 1, max: 120, noNaN: true }),
});
const byCategory = <T>(value: fc.Arbitrary<T>) => fc.dictionary(fc.constantFrom(...CATEGORIES), value);

const times: fc.Arbitrary<HandlingTimes> = fc.record({
  overall: observed,
  categories: byCategory(observed),
  people: byCategory(fc.dictionary(fc.constantFrom('p0', 'p1', 'gone'), observed)),
});

export const someContext: fc.Arbitrary<AssignmentContext> = times.map((learned) => ({
  now: NOW,
  times: learned,
  model: DEFAULT_MODEL,
}));
