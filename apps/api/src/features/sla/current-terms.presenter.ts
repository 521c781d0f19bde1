import type { CurrentTerms } from '@baton/domain/sla/clock-upkeep';
import { matchingPolicy, type PolicyFacts, type SlaMetric, targetOf } from '@baton/domain/sla/policy';
import type { Rules } from './sla-rules.service.js';

/** What the first policy that matches promises a ticket, in the form it is kept with the clocks. */
export function currentTerms({ policies }: Rules, facts: PolicyFacts): (metric: SlaMetric) => CurrentTerms | null {
  const policy = matchingPolicy(policies, facts);
  return (metric) => {
    const targetMinutes = policy && targetOf(policy, facts.priority, metric);
    if (!policy || !targetMinutes) return null;
    const { id: policyId, name: policyName, calendarId, calendarVersion, warnings, changedAt } = policy;
    return { policyId, policyName, targetMinutes, calendarId, calendarVersion, warnings, since: changedAt.getTime() };
  };
}
