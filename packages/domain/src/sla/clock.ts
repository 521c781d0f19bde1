import { type CompiledCalendar, HORIZON_MS, type Span } from './compiled-calendar.js';
import { MINUTE_MS } from './local-time.js';

/** Time that does not count whatever the calendar says, in epoch ms; `to` is null while it lasts. */
export interface Pause {
  from: number;
  to: number | null;
}

/** Why a piece of time counted or did not: outside windows, in a window a holiday took, or paused in open time. */
export type IntervalKind = 'counted' | 'closed' | 'holiday' | 'paused';

export interface Interval {
  from: number;
  to: number;
  kind: IntervalKind;
}

/**
 * When `targetMinutes` of counted time are over: the earliest such moment, so what is used up at closing time is due
 * at closing time. Null when it does not come: an open pause, or more than some twenty years.
 */
export const dueAt = (
  calendar: CompiledCalendar,
  startedAt: number,
  targetMinutes: number,
  pauses: readonly Pause[],
): number | null => reachedAt(calendar, startedAt, targetMinutes * MINUTE_MS, pauses);

/** When `ms` of counted time are over; see `dueAt`. */
export function reachedAt(
  calendar: CompiledCalendar,
  startedAt: number,
  ms: number,
  pauses: readonly Pause[],
): number | null {
  const until = startedAt + HORIZON_MS;
  let left = ms;
  let from = startedAt;
  for (const pause of inOrder(pauses)) {
    if (pause.from > from) {
      const unpaused = calendar.openAfter(from, left, until);
      if (unpaused === null || unpaused <= pause.from) return unpaused;
      left -= calendar.openBetween(from, pause.from);
    }
    if (pause.to === null) return null;
    from = Math.max(from, pause.to);
  }
  return calendar.openAfter(from, left, until);
}

/** Counted ms between two moments. */
export function elapsed(
  calendar: CompiledCalendar,
  startedAt: number,
  until: number,
  pauses: readonly Pause[],
): number {
  return running(startedAt, until, pauses).reduce((sum, { from, to }) => sum + calendar.openBetween(from, to), 0);
}

/** All the time between two moments, piece by piece without gaps, with what became of it. */
export function intervals(
  calendar: CompiledCalendar,
  startedAt: number,
  until: number,
  pauses: readonly Pause[],
): Interval[] {
  const run = running(startedAt, until, pauses);
  const pieces = calendar.spansBetween(startedAt, until).flatMap((span) => piecesOf(span, run));
  const all: Interval[] = [];
  let at = startedAt;
  for (const piece of pieces) {
    append(all, { from: at, to: piece.from, kind: 'closed' });
    append(all, piece);
    at = piece.to;
  }
  append(all, { from: at, to: until, kind: 'closed' });
  return all;
}

function piecesOf(span: Span, run: readonly { from: number; to: number }[]): Interval[] {
  if (span.kind === 'holiday') return [{ ...span, kind: 'holiday' }];
  const pieces: Interval[] = [];
  let at = span.from;
  for (const { from, to } of run) {
    if (to <= at || from >= span.to) continue;
    append(pieces, { from: at, to: Math.max(at, from), kind: 'paused' });
    append(pieces, { from: Math.max(at, from), to: Math.min(to, span.to), kind: 'counted' });
    at = Math.min(to, span.to);
  }
  append(pieces, { from: at, to: span.to, kind: 'paused' });
  return pieces;
}

/** Adds what is not empty. */
function append(list: Interval[], interval: Interval): void {
  if (interval.from < interval.to) list.push(interval);
}

const inOrder = (pauses: readonly Pause[]): readonly Pause[] =>
  pauses.length > 1 ? [...pauses].sort((a, b) => a.from - b.from) : pauses;

/** The time between two moments that no pause takes. */
function running(startedAt: number, until: number, pauses: readonly Pause[]): { from: number; to: number }[] {
  const run: { from: number; to: number }[] = [];
  let at = startedAt;
  for (const pause of inOrder(pauses)) {
    if (pause.from >= until) break;
    if (pause.from > at) run.push({ from: at, to: pause.from });
    at = Math.max(at, pause.to ?? until);
  }
  if (at < until) run.push({ from: at, to: until });
  return run;
}
