import type { CreatePolicyDto } from '@baton/contracts/sla/sla.dto';
import {
  DEFAULT_WARNINGS,
  policyProblems,
  SLA_METRICS,
  type SlaMetric,
  type SlaTargets,
  TARGET_OF,
} from '@baton/domain/sla/policy';
import type { Problem } from '@baton/domain/sla/problem';
import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';

export type PolicyWish = Required<CreatePolicyDto>;

export const METRICS = SLA_METRICS;

/** The most urgent first, as people read a table of promises. */
export const URGENT_FIRST: readonly Priority[] = [...PRIORITIES].reverse();

const lengths = (firstResponse: number, nextResponse: number, resolution: number): SlaTargets => ({
  firstResponse,
  nextResponse,
  resolution,
});

/** What a first policy suggests; most organizations change a few of them. */
const SUGGESTED: Record<Priority, SlaTargets> = {
  urgent: lengths(30, 30, 240),
  high: lengths(60, 120, 480),
  medium: lengths(240, 480, 1440),
  low: lengths(480, 960, 2400),
};

/** @param calendarId of the only calendar, else empty */
export const newPolicy = (calendarId: string): PolicyWish => ({
  name: '',
  enabled: true,
  conditions: {},
  calendarId,
  targets: SUGGESTED,
  warnings: [...DEFAULT_WARNINGS],
  escalation: { notify: ['assignee'], raisePriority: false, reassign: false },
});

export const policyWishProblems = (wish: PolicyWish): readonly Problem[] => policyProblems(wish);

/** Lists nobody chose from ask for nothing. */
export function asSent(wish: PolicyWish): PolicyWish {
  const asked = Object.entries(wish.conditions).filter(([, values]) => values && values.length > 0);
  return { ...wish, name: wish.name.trim(), conditions: Object.fromEntries(asked) };
}

/** The shortest and the longest target a policy has for a metric; null without any. */
export function targetRange(targets: Record<Priority, SlaTargets>, metric: SlaMetric): [number, number] | null {
  const minutes = PRIORITIES.flatMap((priority) => targets[priority][TARGET_OF[metric]] ?? []).filter(Number.isInteger);
  return minutes.length > 0 ? [Math.min(...minutes), Math.max(...minutes)] : null;
}

/** The longest target there is; null without any. */
export const longestTarget = (targets: PolicyWish['targets']): number | null => {
  const all = METRICS.flatMap((metric) => targetRange(targets, metric)?.[1] ?? []).filter((minutes) => minutes > 0);
  return all.length > 0 ? Math.max(...all) : null;
};

/** `75, 90` as numbers; what is none stays for the rules to refuse. */
export const readWarnings = (typed: string): number[] =>
  typed
    .split(/[\s,;%]+/)
    .filter((part) => part !== '')
    .map(Number)
    .sort((a, b) => a - b);

/** A copy with one target set. */
export const withTarget = (
  targets: PolicyWish['targets'],
  priority: Priority,
  metric: SlaMetric,
  minutes: number | null,
): PolicyWish['targets'] => ({ ...targets, [priority]: { ...targets[priority], [TARGET_OF[metric]]: minutes } });

interface Reach {
  id: string;
  name: string;
  enabled: boolean;
  conditions: CreatePolicyDto['conditions'];
}

const coversAll = ({ conditions }: Reach) => Object.values(conditions ?? {}).every((values) => values.length === 0);

/** The policy above that leaves this one no ticket; undefined when there is none. */
export function shadowOf<P extends Reach>(policies: readonly P[], policy: P): P | undefined {
  const above = policies.slice(0, policies.indexOf(policy));
  return above.find((each) => each.enabled && coversAll(each));
}
