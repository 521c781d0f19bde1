import type { ClockResponse } from '@baton/contracts/sla/sla.response';
import { formatClock, formatDuration, formatLength } from '../../shared/time/format-time';
import { writeLength } from '../../shared/time/length';
import { type ClockLook, lookAt, remainingAt, timeOf } from './clock-state';
import { texts } from './sla.texts';

const MINUTE = 60_000;

const DAY = 1440 * MINUTE;

/** Working time has no days. */
const ticking = (ms: number) => (ms < DAY ? formatDuration(ms) : writeLength(Math.floor(ms / MINUTE)));
export const workLength = (ms: number): string => (ms < DAY ? formatLength(ms) : writeLength(Math.round(ms / MINUTE)));

const lateMs = ({ metAt, dueAt }: ClockResponse) => (metAt && dueAt ? Date.parse(metAt) - Date.parse(dueAt) : 0);

const REMAINS: Record<ClockLook, (clock: ClockResponse, now: number) => string> = {
  calm: (clock, now) => ticking(remainingAt(clock, now)),
  warned: (clock, now) => ticking(remainingAt(clock, now)),
  over: (clock, now) => texts.over(formatDuration(-remainingAt(clock, now))),
  paused: () => texts.paused,
  met: ({ countedMs }) => (countedMs < MINUTE ? texts.atOnce : texts.within(workLength(countedMs))),
  late: (clock) => (lateMs(clock) > 0 ? texts.over(formatLength(lateMs(clock))) : texts.late),
  cancelled: () => texts.notNeeded,
};

/** At the end of a clock's line: what is left, or what became of it. */
export const remainsWords = (clock: ClockResponse, now: number): string => REMAINS[lookAt(clock, now)](clock, now);

/** Below it: `Target 8h, paused 44m`. */
export function targetLine(clock: ClockResponse, now: number): string {
  const target = texts.target(writeLength(clock.targetMinutes));
  const paused = timeOf(clock.intervals, 'paused', now);
  return paused >= MINUTE ? `${target}, ${texts.pausedFor(formatLength(paused))}` : target;
}

/** Beside the deadline, how long until then, unless that is the working time that is left anyway. */
function dueLine(clock: ClockResponse, dueAt: string, now: number, zone: string): string {
  const at = formatClock(new Date(dueAt), new Date(now), zone);
  const wait = Date.parse(dueAt) - now;
  return wait - remainingAt(clock, now) > MINUTE ? texts.dueIn(at, formatLength(wait)) : texts.due(at);
}

/** When it is due or was met, in the reader's zone. */
export function endLine(clock: ClockResponse, now: number, zone: string): string {
  const at = (instant: string) => formatClock(new Date(instant), new Date(now), zone);
  if (clock.metAt) return texts.met(at(clock.metAt));
  if (clock.state === 'cancelled') return texts.ended;
  if (clock.dueAt && lookAt(clock, now) === 'over') return texts.wasDue(at(clock.dueAt));
  return clock.dueAt ? dueLine(clock, clock.dueAt, now, zone) : texts.left(workLength(remainingAt(clock, now)));
}

const HEADLINES: Record<ClockLook, (clock: ClockResponse, now: number) => { figure: number; about: string }> = {
  calm: leftOf,
  warned: leftOf,
  paused: leftOf,
  over: (clock, now) => ({
    figure: -remainingAt(clock, now),
    about: texts.overTarget(writeLength(clock.targetMinutes)),
  }),
  met: usedOf,
  late: usedOf,
  cancelled: usedOf,
};

function leftOf(clock: ClockResponse, now: number) {
  return { figure: remainingAt(clock, now), about: texts.leftOf(writeLength(clock.targetMinutes)) };
}

function usedOf(clock: ClockResponse) {
  return { figure: clock.countedMs, about: texts.usedOf(writeLength(clock.targetMinutes)) };
}

/** The one number a clock is about: `4h 54m`, `left of 8h`. */
export function headline(clock: ClockResponse, now: number): { figure: string; about: string } {
  const look = lookAt(clock, now);
  const { figure, about } = HEADLINES[look](clock, now);
  if (look === 'over') return { figure: formatDuration(figure), about };
  return { figure: look === 'calm' || look === 'warned' ? ticking(figure) : workLength(figure), about };
}
