import { expectedHandling, expectedRemaining, levelFor } from '../../src/assignment/handling-times.js';
import type { HandlingTimes } from '../../src/assignment/learned-times.js';
import { DEFAULT_MODEL } from '../../src/assignment/model.js';
import { need, person } from './named-work.js';

const dana = person('dana', { skills: { network: 5, printers: 2 } });
const ticket = need({ categoryId: 'vpn' });
const minutes = (times: Partial<HandlingTimes>, what = ticket) =>
  expectedHandling(
    dana,
    what,
    { overall: { count: 0, meanMinutes: 0 }, categories: {}, people: {}, ...times },
    DEFAULT_MODEL,
  );

it('expects half an hour while nothing is known, less of who is good at it and more of who is not', () => {
  const asking = (skillId: string) => need({ categoryId: 'vpn', skills: [{ skillId, level: 1 }] });
  expect(minutes({})).toBe(30);
  expect(minutes({}, asking('network'))).toBeCloseTo(22.5);
  expect(minutes({}, asking('printers'))).toBeCloseTo(36);
});

it('can do all of it as well as its weakest skill', () => {
  const both = ['network', 'printers'].map((skillId) => ({ skillId, level: 1 }));
  expect(levelFor(dana, need({ skills: both }))).toBe(2);
  expect(levelFor(dana, need())).toBe(3);
});

it('believes what it saw the more often it saw it: of the category, then of the person', () => {
  expect(minutes({ categories: { vpn: { count: 8, meanMinutes: 90 } } })).toBe(60);
  expect(minutes({ categories: { vpn: { count: 100_000, meanMinutes: 90 } } })).toBeCloseTo(90, 1);
  expect(minutes({ people: { vpn: { dana: { count: 8, meanMinutes: 10 } } } })).toBe(20);
  expect(minutes({ people: { vpn: { somebody: { count: 8, meanMinutes: 10 } } } })).toBe(30);
});

it('never expects work to be over because it has taken long', () => {
  expect([0, 10, 39, 4000].map((spent) => expectedRemaining(40, spent))).toEqual([40, 30, 10, 10]);
});
