import { decide } from '../../src/assignment/choice.js';
import { weightOf } from '../../src/assignment/cost.js';
import type { AssignmentMode, WaitingReason } from '../../src/assignment/decision.js';
import { rejections } from '../../src/assignment/eligibility.js';
import type { Candidate, Need } from '../../src/assignment/facts.js';
import { context, held, need, person } from './named-work.js';
import { MINUTE, NOW } from './random-work.js';

const certificates = (level: number) => ({ skills: [{ skillId: 'certificates', level }] });
const order = (mode: AssignmentMode, people: Candidate[], ticket: Need = need()) =>
  decide(mode, ticket, people, context).candidates.map(({ id }) => id);

describe('somebody cannot take a ticket', () => {
  it.each<[string, Partial<Candidate>, Partial<Need>, object]>([
    ['of another team', { teamIds: ['payroll'] }, {}, { code: 'not_in_team' }],
    ['while absent', { absent: true }, {}, { code: 'absent' }],
    ['outside their hours', { onShift: false }, {}, { code: 'off_shift' }],
    ['while away', { availability: 'away' }, {}, { code: 'not_available', details: { availability: 'away' } }],
    [
      'without a skill',
      {},
      certificates(1),
      { code: 'missing_skill', details: { skillId: 'certificates', needed: 1, has: 0 } },
    ],
    [
      'with too little of a skill',
      { skills: { certificates: 2 } },
      certificates(3),
      { code: 'missing_skill', details: { skillId: 'certificates', needed: 3, has: 2 } },
    ],
    [
      'when full',
      { capacity: 1, active: [held('a', 5)] },
      {},
      { code: 'at_capacity', details: { active: 1, capacity: 1 } },
    ],
    [
      'when more than full, as by hand',
      { capacity: 1, active: [held('a', 5), held('b', 5)] },
      {},
      { code: 'at_capacity', details: { active: 2, capacity: 1 } },
    ],
  ])('%s', (_case, who, what, reason) => {
    expect(rejections(person('dana', who), need(what))).toEqual([reason]);
  });

  it('for all the reasons there are, not the first only', () => {
    const nobody = person('x', { teamIds: [], absent: true, onShift: false, availability: 'offline', capacity: 0 });
    const codes = rejections(nobody, need(certificates(1))).map(({ code }) => code);
    expect(codes).toEqual(['not_in_team', 'absent', 'off_shift', 'not_available', 'missing_skill', 'at_capacity']);
  });
});

describe('a ticket waits', () => {
  const skilled = { skills: { certificates: 5 } };
  it.each<[WaitingReason, AssignmentMode, Candidate[]]>([
    ['manual_mode', 'manual', [person('a', skilled)]],
    ['nobody_in_team', 'best_match', []],
    ['nobody_in_team', 'best_match', [person('a', { ...skilled, teamIds: ['payroll'] })]],
    ['nobody_skilled', 'best_match', [person('a'), person('b', { ...skilled, teamIds: [] })]],
    ['nobody_available', 'round_robin', [person('a'), person('b', { ...skilled, availability: 'away' })]],
    [
      'everybody_full',
      'least_loaded',
      [person('a', { ...skilled, absent: true }), person('b', { ...skilled, capacity: 0 })],
    ],
  ])('because of %s in %s', (reason, mode, people) => {
    const decision = decide(mode, need(certificates(2)), people, context);
    expect(decision).toMatchObject({ chosen: null, waiting: reason });
  });
});

describe('whom a mode prefers', () => {
  it('round_robin: whoever was given something longest ago, and first who never was', () => {
    const people = [person('a', { lastAssignedAt: NOW - 5 }), person('b', { lastAssignedAt: NOW - 9 }), person('c')];
    expect(order('round_robin', people)).toEqual(['c', 'b', 'a']);
  });

  it('least_loaded: whoever has the smallest part of what they can hold', () => {
    const people = [
      person('a', { capacity: 2, active: [held('x', 1)] }),
      person('b', { capacity: 9, active: [held('y', 90), held('z', 90)] }),
    ];
    expect(order('least_loaded', people)).toEqual(['b', 'a']);
  });

  it('best_match: whoever is done with it first, not whoever has the fewest', () => {
    const people = [person('a', { active: [held('x', 90)] }), person('b', { active: [held('y', 5), held('z', 5)] })];
    expect(order('best_match', people)).toEqual(['b', 'a']);
  });

  it('best_match: the one who knows it, unless too much is in front of it', () => {
    const expert = (minutes: number) => person('expert', { skills: { certificates: 5 }, active: [held('x', minutes)] });
    const novice = person('novice', { skills: { certificates: 1 } });
    expect(order('best_match', [expert(10), novice], need(certificates(1)))[0]).toBe('expert');
    expect(order('best_match', [expert(60), novice], need(certificates(1)))[0]).toBe('novice');
  });

  it('best_match: what is less important is not in front of it, but what is begun is', () => {
    const later = person('a', { active: [held('x', 60, { priority: 'low' })] });
    const begun = person('b', { active: [held('y', 60, { priority: 'low', started: true })] });
    const { candidates } = decide('best_match', need({ priority: 'urgent' }), [begun, later], context);
    expect(candidates.map(({ id, terms }) => [id, terms.workAhead])).toEqual([
      ['a', 0],
      ['b', 60],
    ]);
  });

  it('best_match: of equals, whoever was given less lately; that counts less the more a ticket matters', () => {
    const people = [person('a', { minutesLately: 100 }), person('b', { minutesLately: 40 })];
    const fairness = (priority: Need['priority']) =>
      decide('best_match', need({ priority }), people, context).candidates.map(({ id, terms }) => [id, terms.fairness]);
    expect(fairness('low')).toEqual([
      ['b', 0],
      ['a', 30],
    ]);
    expect(fairness('urgent')).toEqual([
      ['b', 0],
      ['a', 3.75],
    ]);
  });

  it('best_match: being fair counts only as far as people are free', () => {
    const people = [person('a', { minutesLately: 100 }), person('b', { active: [held('x', 90)] })];
    const { candidates } = decide('best_match', need({ priority: 'low' }), people, context);
    expect(candidates.map(({ id, terms }) => [id, terms.fairness])).toEqual([
      ['a', 25],
      ['b', 0],
    ]);
    expect(
      order(
        'best_match',
        people.map((each) => ({ ...each, active: [held('x', 9)] })),
      ),
    ).toEqual(['a', 'b']);
  });

  it('manual: nobody, but who would be best is known', () => {
    const decision = decide('manual', need(), [person('a', { active: [held('x', 9)] }), person('b')], context);
    expect(decision).toMatchObject({ chosen: null, waiting: 'manual_mode', candidates: [{ id: 'b' }, { id: 'a' }] });
  });
});

it('weighs a minute more the nearer the deadline, and never more than at it', () => {
  const weights = [null, 24 * 60, 60, 0, -600].map((minutes) =>
    weightOf(need({ dueAt: minutes === null ? null : NOW + minutes * MINUTE }), context),
  );
  expect(weights).toEqual(weights.toSorted((a, b) => a - b));
  expect([weights[0], weights[2], weights[3], weights[4]]).toEqual([2, 4, 6, 6]);
});
