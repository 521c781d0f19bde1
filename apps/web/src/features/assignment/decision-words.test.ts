import type {
  CandidateResponse,
  DecisionResponse,
  RejectionResponse,
} from '@baton/contracts/assignment/assignment.response';
import { texts } from './assignment.texts';
import { minutesWords, rejectionWords, sentenceOf, standingOf, wholeMinutes } from './decision-words';

const SKILL = '0190a000-0000-7000-8000-000000000901';
const at = new Date('2026-11-20T12:00:00Z');
const moment = { at, now: at, zone: 'UTC' };
const person = (name: string) => ({ id: name, name, role: 'coordinator' as const, avatarUrl: null });

const candidate = (name: string, cost: number): CandidateResponse => ({
  person: person(name),
  cost,
  terms: { workAhead: cost, handling: 0, handover: 0, fairness: 0 },
  active: 2,
  capacity: 6,
  skills: [{ skillId: SKILL, level: 5 }],
  lastAssignedAt: '2026-11-20T10:00:00.000Z',
});

const decision = (more: Partial<DecisionResponse> = {}): DecisionResponse => ({
  mode: 'best_match',
  team: { id: 'team', name: 'Business Apps' },
  skills: [{ skillId: SKILL, name: 'Certificates', level: 3 }],
  chosen: person('Dana'),
  waiting: null,
  candidates: [candidate('Dana', 10), candidate('Tomasz', 20)],
  rejected: [],
  ...more,
});

const rejection = (more: Partial<RejectionResponse>): RejectionResponse => ({
  code: 'absent',
  availability: null,
  since: null,
  skillId: null,
  needed: null,
  has: null,
  active: null,
  capacity: null,
  ...more,
});

test('minutes that are shown add up to the sum that is shown', () => {
  const terms = { workAhead: 12.4, handling: 30.4, handover: 2.4, fairness: 0.4 };
  const whole = wholeMinutes(terms);
  expect(whole.workAhead + whole.handling + whole.handover + whole.fairness).toBe(46);
  expect(minutesWords(45.6)).toBe('46m');
  expect([0, 0.4, 0.6, 72].map(minutesWords)).toEqual(['0m', '0m', '1m', '1h 12m']);
});

describe('the sentence says', () => {
  test('by what the mode chose', () => {
    expect(sentenceOf(decision())).toBe(texts.byMode.best_match(2));
    expect(sentenceOf(decision({ mode: 'round_robin' }))).toBe(texts.byMode.round_robin(2));
  });

  test('when there was no choice', () => {
    expect(sentenceOf(decision({ candidates: [candidate('Dana', 10)] }))).toBe(texts.onlyOne);
  });

  test('when several tickets together were cheaper than each alone', () => {
    const candidates = [candidate('Dana', 20), candidate('Tomasz', 10)];
    expect(sentenceOf(decision({ candidates }))).toBe(texts.together(2));
  });

  test('why it waits', () => {
    const waits = decision({ chosen: null, waiting: 'everybody_full', candidates: [] });
    expect(sentenceOf(waits)).toBe(texts.waiting.everybody_full);
  });
});

test('somebody stands as they stood when it was decided', () => {
  expect(standingOf(candidate('Dana', 10), decision(), moment)).toBe(
    'Certificates 5 · 2 of 6 active · last got one 2h ago',
  );
});

test.each([
  [rejection({ code: 'absent' }), 'Absent'],
  [rejection({ code: 'at_capacity', active: 6, capacity: 6 }), 'At capacity, 6 of 6'],
  [rejection({ code: 'missing_skill', skillId: SKILL, has: 2, needed: 3 }), 'Certificates 2, needs 3'],
  [rejection({ code: 'missing_skill', skillId: SKILL, has: 0, needed: 3 }), 'No Certificates, needs 3'],
  [rejection({ code: 'missing_skill', skillId: 'gone', has: 1, needed: 3 }), 'Deleted skill 1, needs 3'],
  [rejection({ code: 'not_available', availability: 'away', since: '2026-11-20T09:10:00.000Z' }), 'Away since 09:10'],
])('says why somebody could not take it', (reason, words) => {
  expect(rejectionWords(reason, decision(), moment)).toBe(words);
});
