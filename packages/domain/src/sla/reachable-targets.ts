import { PRIORITIES } from '../tickets/ticket-priority.js';
import { dueAt } from './clock.js';
import type { CompiledCalendar } from './compiled-calendar.js';
import { type SlaPolicy, TARGET_OF } from './policy.js';
import type { Problem } from './problem.js';

/** Targets for which a calendar leaves too little time ever to come together; paths such as `targets.low.resolution`. */
export function unreachableTargets(
  targets: SlaPolicy['targets'],
  calendar: CompiledCalendar,
  now: number,
): Problem<'unreachable'>[] {
  return PRIORITIES.flatMap((priority) =>
    Object.values(TARGET_OF).flatMap((metric): Problem<'unreachable'>[] => {
      const minutes = targets[priority][metric];
      const isReachable = minutes === null || dueAt(calendar, now, minutes, []) !== null;
      return isReachable ? [] : [{ path: `targets.${priority}.${metric}`, code: 'unreachable' }];
    }),
  );
}
