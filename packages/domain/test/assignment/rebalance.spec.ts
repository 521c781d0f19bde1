import type { Candidate } from '../../src/assignment/facts.js';
import { rebalance } from '../../src/assignment/rebalance.js';
import { context, held, need, person } from './named-work.js';

const ticket = (ticketId: string, more = {}) => need({ ticketId, waitingSince: held('x', 0).waitingSince, ...more });
const busy = (more: Partial<Candidate> = {}) =>
  person('busy', { active: [held('begun', 40, { started: true }), held('next', 30)], ...more });
const takenOver = (freed: Candidate, holder = busy(), needs = [ticket('next')]) =>
  rebalance(freed, [holder, freed], needs, context);

it('gives an unstarted ticket to who gets to it sooner, and says how much', () => {
  const taken = takenOver(person('free'));
  expect(taken).toMatchObject({ ticketId: 'next', from: 'busy', to: 'free' });
  expect(taken!.gain).toBeCloseTo(40);
  expect([taken!.before.workAhead, taken!.after.workAhead]).toEqual([40, 0]);
});

it.each<[string, Candidate, Candidate]>([
  ['what is begun', person('free'), person('busy', { active: [held('next', 30, { started: true })] })],
  ['to who cannot take it', person('free', { availability: 'away' }), busy()],
  ['what is about to be begun anyway', person('free'), person('busy', { active: [held('next', 30)] })],
  ['to who has something as important', person('free', { active: [held('own', 1)] }), busy()],
  ['for fairness alone', person('free'), person('busy', { active: [held('next', 30)], minutesLately: 900 })],
  ['to who was given much more already', person('free', { minutesLately: 900 }), busy()],
])('never takes over %s', (_case, freed, holder) => {
  expect(takenOver(freed, holder)).toBeNull();
});

it('takes over what is more important than all that somebody could begin with', () => {
  const holder = person('busy', {
    active: [held('begun', 40, { started: true }), held('next', 30, { priority: 'urgent' })],
  });
  const freed = person('free', { active: [held('own', 30)] });
  expect(takenOver(freed, holder, [ticket('next', { priority: 'urgent' })])).toMatchObject({ ticketId: 'next' });
});

it('takes over the one for which it counts most', () => {
  const holder = person('busy', {
    active: [held('begun', 40, { started: true }), held('later', 30, { priority: 'low' }), held('next', 30)],
  });
  const needs = [ticket('later', { priority: 'low' }), ticket('next', { priority: 'urgent' })];
  expect(takenOver(person('free'), holder, needs)?.ticketId).toBe('next');
});

it('takes over only what it is told may be', () => {
  expect(takenOver(person('free'), busy(), [])).toBeNull();
});
