import type { Candidate } from '../../src/assignment/facts.js';
import { rebalance } from '../../src/assignment/rebalance.js';
import { context, held, need, person } from './named-work.js';

const ticket = (ticketId: string, more = {}) => need({ ticketId, waitingSince: held('x', 0).waitingSince, ...more });
const busy = (more: Partial<Candidate> = {}) =>
  person('busy', { active: [held('begun', 40, { started: true }), held('next', 30)], ...more });
const movesTo = (freed: Candidate, holder = busy(), needs = [ticket('next')]) =>
  rebalance(freed, [holder, freed], needs, context);

it('gives an unstarted ticket to who gets to it sooner, and says how much', () => {
  const move = movesTo(person('free'));
  expect(move).toMatchObject({ ticketId: 'next', from: 'busy', to: 'free' });
  expect(move!.gain).toBeCloseTo(40);
  expect([move!.before.workAhead, move!.after.workAhead]).toEqual([40, 0]);
});

it.each<[string, Candidate, Candidate]>([
  ['what is begun', person('free'), person('busy', { active: [held('next', 30, { started: true })] })],
  ['to who cannot take it', person('free', { availability: 'away' }), busy()],
  ['what is about to be begun anyway', person('free'), person('busy', { active: [held('next', 30)] })],
  ['to who has something as important', person('free', { active: [held('own', 1)] }), busy()],
  ['for fairness alone', person('free'), person('busy', { active: [held('next', 30)], minutesLately: 900 })],
  ['to who was given much more already', person('free', { minutesLately: 900 }), busy()],
])('never moves %s', (_case, freed, holder) => {
  expect(movesTo(freed, holder)).toBeNull();
});

it('moves what is more important than all that somebody could begin with', () => {
  const holder = person('busy', {
    active: [held('begun', 40, { started: true }), held('next', 30, { priority: 'urgent' })],
  });
  const freed = person('free', { active: [held('own', 30)] });
  expect(movesTo(freed, holder, [ticket('next', { priority: 'urgent' })])).toMatchObject({ ticketId: 'next' });
});

it('moves the one for which it counts most', () => {
  const holder = person('busy', {
    active: [held('begun', 40, { started: true }), held('later', 30, { priority: 'low' }), held('next', 30)],
  });
  const needs = [ticket('later', { priority: 'low' }), ticket('next', { priority: 'urgent' })];
  expect(movesTo(person('free'), holder, needs)?.ticketId).toBe('next');
});

it('moves only what it is told may move', () => {
  expect(movesTo(person('free'), busy(), [])).toBeNull();
});
