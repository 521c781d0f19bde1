import { PRIORITIES, type Priority } from '../tickets/ticket-priority.js';
import { isRecord, type Problem } from './problem.js';

export const SLA_METRICS = ['first_response', 'next_response', 'resolution'] as const;
export type SlaMetric = (typeof SLA_METRICS)[number];

/** Minutes of counted time; null promises nothing. */
export interface SlaTargets {
  firstResponse: number | null;
  nextResponse: number | null;
  resolution: number | null;
}

/** Where each metric's target stands in a policy. */
export const TARGET_OF = {
  first_response: 'firstResponse',
  next_response: 'nextResponse',
  resolution: 'resolution',
} as const satisfies Record<SlaMetric, keyof SlaTargets>;

export const ESCALATION_AUDIENCES = ['assignee', 'team', 'admins'] as const;
export type EscalationAudience = (typeof ESCALATION_AUDIENCES)[number];

/** What a breach sets off. */
export interface Escalation {
  notify: EscalationAudience[];
  /** By one step. */
  raisePriority: boolean;
  reassign: boolean;
}

const CONDITIONS = ['priorities', 'categoryIds', 'teamIds', 'requesterIds'] as const;

/** All that are set must hold; one holds when any of its values does. An empty list sets nothing. */
export interface SlaConditions {
  priorities?: Priority[];
  /** Tickets of these categories and of everything below them. */
  categoryIds?: string[];
  teamIds?: string[];
  requesterIds?: string[];
}

export interface SlaPolicy {
  id: string;
  name: string;
  enabled: boolean;
  conditions: SlaConditions;
  calendarId: string;
  targets: Record<Priority, SlaTargets>;
  /** Percent of counted time, ascending. */
  warnings: number[];
  escalation: Escalation;
}

export const DEFAULT_WARNINGS: readonly number[] = [75, 90];
/** A year around the clock. */
export const MAX_TARGET_MINUTES = 366 * 1440;
const MAX_WARNINGS = 5;

/** What of a ticket decides which policy it falls under. */
export interface PolicyFacts {
  priority: Priority;
  /** The ticket's category and everything above it; empty without one. */
  categoryPath: readonly string[];
  teamId: string | null;
  requesterId: string;
}

/** The first enabled policy, in the given order, whose conditions all hold. Null when none does. */
export const matchingPolicy = <P extends Pick<SlaPolicy, 'enabled' | 'conditions'>>(
  policies: readonly P[],
  facts: PolicyFacts,
): P | null => policies.find(({ enabled, conditions }) => enabled && holds(conditions, facts)) ?? null;

function holds(conditions: SlaConditions, { priority, categoryPath, teamId, requesterId }: PolicyFacts): boolean {
  return (
    meets(conditions.priorities, [priority]) &&
    meets(conditions.categoryIds, categoryPath) &&
    meets(conditions.teamIds, [teamId]) &&
    meets(conditions.requesterIds, [requesterId])
  );
}

const meets = (wanted: readonly string[] | undefined, values: readonly (string | null)[]): boolean =>
  !wanted?.length || values.some((value) => value !== null && wanted.includes(value));

/** Minutes that the policy promises a ticket of this priority; null when it promises nothing. */
export const targetOf = (policy: Pick<SlaPolicy, 'targets'>, priority: Priority, metric: SlaMetric): number | null =>
  policy.targets[priority][TARGET_OF[metric]];

/**
 * `empty`: no name, or not a single target. `target`: not null or whole minutes from 1 to `MAX_TARGET_MINUTES`.
 * `warning`: not a whole percent from 1 to 99. `order`: warnings that do not ascend. `too_many`. `unknown`: no such
 * value. `type`: another shape than the field has.
 */
export type PolicyProblem = Problem<'type' | 'empty' | 'target' | 'warning' | 'order' | 'too_many' | 'unknown'>;

/** Everything that keeps a value from being a policy; none when it is one. Paths such as `targets.high.resolution`. */
export function policyProblems(value: unknown): PolicyProblem[] {
  if (!isRecord(value)) return [{ path: '', code: 'type' }];
  const { name, enabled, calendarId } = value;
  const problems: PolicyProblem[] = [];
  if (typeof name !== 'string' || !name.trim()) problems.push({ path: 'name', code: 'empty' });
  if (typeof enabled !== 'boolean') problems.push({ path: 'enabled', code: 'type' });
  if (typeof calendarId !== 'string' || !calendarId) problems.push({ path: 'calendarId', code: 'empty' });
  return [
    ...problems,
    ...conditionProblems(value.conditions),
    ...targetProblems(value.targets),
    ...warningProblems(value.warnings),
    ...escalationProblems(value.escalation),
  ];
}

function conditionProblems(conditions: unknown): PolicyProblem[] {
  if (!isRecord(conditions)) return [{ path: 'conditions', code: 'type' }];
  return Object.entries(conditions).flatMap(([key, values]) => {
    const path = `conditions.${key}`;
    if (!(CONDITIONS as readonly string[]).includes(key)) return [{ path, code: 'unknown' }];
    if (values === undefined) return [];
    return choiceProblems(path, values, key === 'priorities' ? PRIORITIES : null);
  });
}

/** A list of strings, of `choices` when there are such. */
function choiceProblems(path: string, values: unknown, choices: readonly string[] | null): PolicyProblem[] {
  if (!Array.isArray(values)) return [{ path, code: 'type' }];
  return values.flatMap((value, index) =>
    typeof value === 'string' && (choices?.includes(value) ?? true)
      ? []
      : [{ path: `${path}[${index}]`, code: 'unknown' }],
  );
}

function targetProblems(targets: unknown): PolicyProblem[] {
  if (!isRecord(targets)) return [{ path: 'targets', code: 'type' }];
  const cells = PRIORITIES.flatMap((priority) => {
    const row = targets[priority];
    return Object.values(TARGET_OF).map((key) => ({
      path: `targets.${priority}.${key}`,
      minutes: isRecord(row) ? row[key] : undefined,
    }));
  });
  if (cells.every(({ minutes }) => minutes === null)) return [{ path: 'targets', code: 'empty' }];
  return cells
    .filter(({ minutes }) => minutes !== null && !isWithin(minutes, MAX_TARGET_MINUTES))
    .map(({ path }) => ({ path, code: 'target' }));
}

function warningProblems(warnings: unknown): PolicyProblem[] {
  if (!Array.isArray(warnings)) return [{ path: 'warnings', code: 'type' }];
  if (warnings.length > MAX_WARNINGS) return [{ path: 'warnings', code: 'too_many' }];
  return warnings.flatMap((percent, index): PolicyProblem[] => {
    const path = `warnings[${index}]`;
    if (!isWithin(percent, 99)) return [{ path, code: 'warning' }];
    return index > 0 && percent <= warnings[index - 1] ? [{ path, code: 'order' }] : [];
  });
}

function escalationProblems(escalation: unknown): PolicyProblem[] {
  if (!isRecord(escalation)) return [{ path: 'escalation', code: 'type' }];
  const flags = (['raisePriority', 'reassign'] as const).filter((key) => typeof escalation[key] !== 'boolean');
  return [
    ...choiceProblems('escalation.notify', escalation.notify, ESCALATION_AUDIENCES),
    ...flags.map((key) => ({ path: `escalation.${key}`, code: 'type' }) as const),
  ];
}

const isWithin = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
