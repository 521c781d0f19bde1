import { LIMITS } from '@baton/contracts/http/limits';
import type { ClockResponse, ClockState, ClockWarningResponse } from '@baton/contracts/sla/sla.response';
import { elapsed, dueAt as endOf, intervals, type Pause, reachedAt } from '@baton/domain/sla/clock';
import type { KeptClock, KeptTerms } from '@baton/domain/sla/clock-upkeep';
import type { CompiledCalendar } from '@baton/domain/sla/compiled-calendar';
import { MINUTE_MS } from '@baton/domain/sla/local-time';
import { SLA_METRICS } from '@baton/domain/sla/policy';
import { type BareClock, endedAt } from '@baton/domain/sla/ticket-clocks';
import { instant, instantOrNull, presentInterval } from './sla.presenter.js';

/** A clock for which something is, or was, promised. */
export type Promised = KeptClock & { terms: KeptTerms };

/** The latest cycles first, each in the order of the metrics. */
export const inOrder = (clocks: readonly Promised[]): Promised[] => {
  const isLatest = ({ metric, cycle }: Promised) =>
    !clocks.some((each) => each.metric === metric && each.cycle > cycle);
  const place = (clock: Promised) => (isLatest(clock) ? 0 : 1);
  return [...clocks].sort(
    (a, b) => place(a) - place(b) || SLA_METRICS.indexOf(a.metric) - SLA_METRICS.indexOf(b.metric) || b.cycle - a.cycle,
  );
};

/** @param bare the ticket's clocks as its history has them, to compute everything anew from */
export function presentClock(
  clock: Promised,
  bare: readonly BareClock[],
  calendar: CompiledCalendar,
  calendarName: string,
  now: number,
): ClockResponse {
  const { metric, cycle, startedAt, dueAt, metAt, breachedAt, terms } = clock;
  const replayed = bare.find((each) => each.metric === metric && each.cycle === cycle);
  const pauses = replayed?.pauses ?? [];
  const until = endedAt(clock) ?? now;
  const countedMs = elapsed(calendar, startedAt, until, pauses);
  const end = Math.max(until, dueAt ?? until);
  return {
    ...{ metric, cycle, countedMs },
    state: stateOf(clock),
    startedAt: instant(startedAt),
    dueAt: instantOrNull(dueAt),
    metAt: instantOrNull(metAt),
    breachedAt: instantOrNull(breachedAt),
    targetMinutes: terms.targetMinutes,
    remainingMs: terms.targetMinutes * MINUTE_MS - countedMs,
    policyName: terms.policyName,
    calendar: { name: calendarName, timeZone: calendar.calendar.timeZone, version: terms.calendarVersion },
    warnings: warningsOf(clock, calendar, pauses),
    intervals: intervals(calendar, startedAt, end, pauses).slice(0, LIMITS.intervalsMax).map(presentInterval),
    recomputed: replayed !== undefined && isSame(clock, replayed, calendar),
  };
}

function stateOf({ metAt, cancelledAt, breachedAt, dueAt }: KeptClock): ClockState {
  if (breachedAt !== null) return 'breached';
  if (metAt !== null) return 'met';
  if (cancelledAt !== null) return 'cancelled';
  return dueAt === null ? 'paused' : 'running';
}

const warningsOf = ({ startedAt, said, terms }: Promised, calendar: CompiledCalendar, pauses: readonly Pause[]) =>
  terms.warnings.map((percent): ClockWarningResponse => {
    const at = reachedAt(calendar, startedAt, Math.round((terms.targetMinutes * MINUTE_MS * percent) / 100), pauses);
    return { percent, at: instantOrNull(at), fired: said >= percent };
  });

/** Does the history, asked again, give what is kept? */
function isSame(
  clock: Promised,
  { startedAt, metAt, cancelledAt, pauses }: BareClock,
  calendar: CompiledCalendar,
): boolean {
  return (
    startedAt === clock.startedAt &&
    metAt === clock.metAt &&
    cancelledAt === clock.cancelledAt &&
    endOf(calendar, startedAt, clock.terms.targetMinutes, pauses) === clock.dueAt
  );
}
