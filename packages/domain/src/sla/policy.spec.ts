import { PRIORITIES, type Priority } from '../tickets/ticket-priority.js';
import {
  matchingPolicy,
  type PolicyFacts,
  policyProblems,
  type SlaConditions,
  type SlaPolicy,
  targetOf,
} from './policy.js';

const facts: PolicyFacts = {
  priority: 'high',
  categoryPath: ['apps', 'payroll'],
  teamId: 'business',
  requesterId: 'minh',
};
const targets = { firstResponse: 30, nextResponse: 60, resolution: 480 };
const everyPriority = (cells: object) =>
  Object.fromEntries(PRIORITIES.map((priority) => [priority, cells])) as SlaPolicy['targets'];
const policy = (changes: Partial<SlaPolicy> = {}): SlaPolicy => ({
  id: 'p',
  name: 'Standard',
  enabled: true,
  conditions: {},
  calendarId: 'berlin',
  targets: everyPriority(targets),
  warnings: [75, 90],
  escalation: { notify: ['assignee'], raisePriority: false, reassign: false },
  ...changes,
});
const matches = (conditions: SlaConditions, ticket: Partial<PolicyFacts> = {}) =>
  matchingPolicy([policy({ conditions })], { ...facts, ...ticket }) !== null;

describe('matchingPolicy', () => {
  it('takes the first that is enabled and whose conditions hold', () => {
    const list = [
      policy({ id: 'off', enabled: false }),
      policy({ id: 'urgent', conditions: { priorities: ['urgent'] } }),
      policy({ id: 'team', conditions: { teamIds: ['business'] } }),
      policy({ id: 'rest' }),
    ];
    expect(matchingPolicy(list, facts)?.id).toBe('team');
    expect(matchingPolicy(list, { ...facts, priority: 'urgent' })?.id).toBe('urgent');
    expect(matchingPolicy(list, { ...facts, teamId: null })?.id).toBe('rest');
    expect(matchingPolicy(list.slice(0, 2), facts)).toBeNull();
    expect(matchingPolicy([], facts)).toBeNull();
  });

  it('asks every condition for one of its values, and nothing where there are none', () => {
    expect(matches({ priorities: ['low', 'high'], requesterIds: ['minh'] })).toBe(true);
    expect(matches({ priorities: ['low', 'high'], requesterIds: ['dana'] })).toBe(false);
    expect(matches({ priorities: [], categoryIds: [], teamIds: [], requesterIds: [] })).toBe(true);
  });

  it('takes tickets of everything below a category', () => {
    expect(matches({ categoryIds: ['apps'] })).toBe(true);
    expect(matches({ categoryIds: ['payroll'] })).toBe(true);
    expect(matches({ categoryIds: ['payroll'] }, { categoryPath: ['apps'] })).toBe(false);
    expect(matches({ categoryIds: ['apps'] }, { categoryPath: [] })).toBe(false);
  });

  it('holds a ticket without a team for none of the named ones', () => {
    expect(matches({ teamIds: ['business'] }, { teamId: null })).toBe(false);
  });
});

it('targetOf is the cell of the priority and the metric', () => {
  const mixed = policy({ targets: { ...everyPriority(targets), high: { ...targets, nextResponse: null } } });
  expect(targetOf(mixed, 'high', 'first_response')).toBe(30);
  expect(targetOf(mixed, 'high', 'next_response')).toBeNull();
  expect(targetOf(mixed, 'low', 'resolution')).toBe(480);
});

describe('policyProblems', () => {
  const problems = (changes: object) =>
    policyProblems({ ...policy(), ...changes }).map(({ path, code }) => `${path} ${code}`);
  const cell = (minutes: unknown, priority: Priority = 'high') =>
    problems({ targets: { ...everyPriority(targets), [priority]: { ...targets, resolution: minutes } } });

  it('finds none in a policy', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ warnings: [], conditions: { priorities: ['low'], teamIds: ['t'] } })).toEqual([]);
    expect(cell(null)).toEqual([]);
    expect(cell(1)).toEqual([]);
  });

  it('names a target that cannot be', () => {
    for (const minutes of [0, -1, 1.5, 1e9, '60', undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(cell(minutes)).toEqual(['targets.high.resolution target']);
    }
    expect(problems({ targets: { ...everyPriority(targets), low: undefined } })).toHaveLength(3);
    const none = { firstResponse: null, nextResponse: null, resolution: null };
    expect(problems({ targets: everyPriority(none) })).toEqual(['targets empty']);
  });

  it('names warnings that are no percents, do not ascend or are many', () => {
    expect(problems({ warnings: [0, 100, 7.5, '80'] })).toEqual(
      [0, 1, 2, 3].map((index) => `warnings[${index}] warning`),
    );
    expect(problems({ warnings: [90, 75, 75] })).toEqual(['warnings[1] order', 'warnings[2] order']);
    expect(problems({ warnings: [10, 20, 30, 40, 50, 60] })).toEqual(['warnings too_many']);
  });

  it('names what is missing, unknown or of another shape', () => {
    expect(policyProblems('policy')).toEqual([{ path: '', code: 'type' }]);
    expect(problems({ name: ' ', enabled: 1, calendarId: '' })).toEqual([
      'name empty',
      'enabled type',
      'calendarId empty',
    ]);
    expect(problems({ conditions: { priorities: ['high', 'huge'], moods: [] } })).toEqual([
      'conditions.priorities[1] unknown',
      'conditions.moods unknown',
    ]);
    expect(problems({ conditions: { teamIds: 'all' } })).toEqual(['conditions.teamIds type']);
    expect(problems({ conditions: null, targets: null, warnings: null, escalation: null })).toEqual([
      'conditions type',
      'targets type',
      'warnings type',
      'escalation type',
    ]);
    expect(problems({ escalation: { notify: ['boss'], raisePriority: 1, reassign: true } })).toEqual([
      'escalation.notify[0] unknown',
      'escalation.raisePriority type',
    ]);
  });
});
