import { dueAt } from './clock.js';
import { BREACH_PERCENT, type ClockMoment, clockMoments, fallenDue, nextMoment } from './clock-moments.js';
import type { CompiledCalendar } from './compiled-calendar.js';
import type { SlaMetric } from './policy.js';
import { type BareClock, bareClocks, endedAt, type SlaFact, type TicketClock } from './ticket-clocks.js';

/** What was promised for a clock, as it is kept with the clock. */
export interface KeptTerms {
  policyId: string;
  policyName: string;
  targetMinutes: number;
  calendarId: string;
  calendarVersion: number;
  /** Percent, ascending. */
  warnings: readonly number[];
}

/** What the policies promise now. */
export interface CurrentTerms extends KeptTerms {
  /** Since when the policy promises it, epoch ms: what ended before was promised nothing. */
  since: number;
}

/** A clock as it is kept between two looks at its ticket. Moments in epoch ms. */
export interface KeptClock {
  metric: SlaMetric;
  cycle: number;
  startedAt: number;
  /** Null: nothing is, or was, promised. */
  terms: KeptTerms | null;
  dueAt: number | null;
  metAt: number | null;
  cancelledAt: number | null;
  /** When a promise was first broken; stays whatever is promised later. */
  breachedAt: number | null;
  /** The highest percent that was said, 100 being the breach. */
  said: number;
  /** When to look again; null when there is nothing to come. */
  nextAt: number | null;
}

/** Something to tell about a clock; `isAnew`: of a promise that is another than at the last look. */
export type ClockNews =
  | { kind: 'warning'; clock: KeptClock; percent: number; isOvertaken: boolean; isAnew: boolean }
  | { kind: 'breached'; clock: KeptClock; isAnew: boolean }
  | { kind: 'target_changed'; clock: KeptClock; before: KeptClock };

export interface Upkeep {
  /** All of the ticket's clocks as they are now. */
  clocks: KeptClock[];
  /** Those of them that are not as they were kept. */
  changed: KeptClock[];
  /** In the order it is to be told. */
  news: ClockNews[];
}

export interface UpkeepInput {
  history: readonly SlaFact[];
  kept: readonly KeptClock[];
  termsOf: (metric: SlaMetric) => CurrentTerms | null;
  calendarOf: (terms: KeptTerms) => CompiledCalendar;
  /** epoch ms */
  now: number;
}

/**
 * Brings a ticket's kept clocks to what its history says, and tells what has fallen due, each thing once: what was
 * said is kept with the clock. A clock that has ended keeps what it was promised.
 */
export function keepUp(input: UpkeepInput): Upkeep {
  const upkeep: Upkeep = { clocks: [], changed: [], news: [] };
  for (const bare of bareClocks(input.history)) {
    const before = input.kept.find(({ metric, cycle }) => metric === bare.metric && cycle === bare.cycle);
    const isFrozen = before && endedAt(before) !== null && endedAt(before) === endedAt(bare);
    const { clock, news } = isFrozen ? { clock: before, news: [] } : planned(bare, before, input);
    upkeep.clocks.push(clock);
    if (!before || !isSame(before, clock)) upkeep.changed.push(clock);
    upkeep.news.push(...news);
  }
  return upkeep;
}

function planned(bare: BareClock, before: KeptClock | undefined, { termsOf, calendarOf, now }: UpkeepInput) {
  const terms = termsFor(bare, before, termsOf);
  const { metric, cycle, startedAt, metAt, cancelledAt, pauses } = bare;
  const clock: KeptClock = {
    ...{ metric, cycle, startedAt, terms, metAt, cancelledAt },
    dueAt: terms && dueAt(calendarOf(terms), startedAt, terms.targetMinutes, pauses),
    breachedAt: before?.breachedAt ?? null,
    said: before?.said ?? 0,
    nextAt: null,
  };
  const isAnew = !before || isPromisedAnew(before, clock);
  const news: ClockNews[] = before && isAnew ? [{ kind: 'target_changed', clock, before }] : [];
  if (!terms) return { clock, news };
  const counted: TicketClock = { ...bare, targetMinutes: terms.targetMinutes, dueAt: clock.dueAt };
  const moments = clockMoments(counted, calendarOf(terms), terms.warnings);
  if (isAnew && clock.breachedAt === null) clock.said = stillSaid(moments, clock.said, now);
  news.push(...say(clock, fallenDue(moments, clock.said, now), isAnew));
  clock.nextAt = endedAt(clock) === null ? nextLook(clock, moments, now) : null;
  return { clock, news };
}

/** An ended clock has what it was promised while it ran, or what was already promised when it ended unseen. */
function termsFor(bare: BareClock, before: KeptClock | undefined, termsOf: UpkeepInput['termsOf']): KeptTerms | null {
  const end = endedAt(bare);
  if (end !== null && before) return before.terms;
  const current = termsOf(bare.metric);
  if (!current || (end !== null && current.since > end)) return null;
  const { since: _since, ...terms } = current;
  return terms;
}

/** Marks what has fallen due as said. Of a clock that has ended only the breach is still news. */
function say(clock: KeptClock, due: readonly ClockMoment[], isAnew: boolean): ClockNews[] {
  const breach = due.find(({ percent }) => percent === BREACH_PERCENT);
  const warnings = endedAt(clock) === null ? due.filter((moment) => moment !== breach) : [];
  const isOvertaken = (percent: number) => due.some((moment) => moment.percent > percent);
  const news: ClockNews[] = warnings.map(({ percent }) => ({
    ...{ kind: 'warning', clock, percent, isAnew },
    isOvertaken: isOvertaken(percent),
  }));
  clock.said = due.at(-1)?.percent ?? clock.said;
  if (!breach) return news;
  clock.breachedAt = breach.at;
  return [...news, { kind: 'breached', clock, isAnew }];
}

/** Warnings of another deadline need not be true of this one: of that they are given when it comes. */
const stillSaid = (moments: readonly ClockMoment[], said: number, now: number): number =>
  moments.findLast(({ percent, at }) => percent <= said && at <= now)?.percent ?? 0;

/** A deadline moved on after a breach is looked at again when it comes: from then on the ticket is overdue anew. */
function nextLook({ said, dueAt }: KeptClock, moments: readonly ClockMoment[], now: number): number | null {
  const isAhead = dueAt !== null && dueAt > now;
  return nextMoment(moments, said, now)?.at ?? (isAhead ? dueAt : null);
}

/** Another policy, target or calendar; a calendar's new version only if it moves the deadline. */
function isPromisedAnew({ terms: a, dueAt: dueBefore }: KeptClock, { terms: b, dueAt: dueNow }: KeptClock): boolean {
  if (!a || !b) return a !== b;
  if (a.policyId !== b.policyId || a.targetMinutes !== b.targetMinutes || a.calendarId !== b.calendarId) return true;
  return a.calendarVersion !== b.calendarVersion && dueBefore !== dueNow;
}

const isSame = (a: KeptClock, b: KeptClock): boolean => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));

const inOrder = ({ terms, ...clock }: KeptClock) => [
  clock.metric,
  clock.cycle,
  clock.startedAt,
  clock.dueAt,
  clock.metAt,
  clock.cancelledAt,
  clock.breachedAt,
  clock.said,
  clock.nextAt,
  terms && [
    terms.policyId,
    terms.policyName,
    terms.targetMinutes,
    terms.calendarId,
    terms.calendarVersion,
    terms.warnings,
  ],
];

/** The promise a list shows for its ticket. */
export interface ShownPromise {
  metric: SlaMetric;
  state: 'running' | 'paused' | 'overdue';
  warned: boolean;
  startedAt: number;
  targetMinutes: number;
  /** Null while it is paused. */
  dueAt: number | null;
}

const RANK = { overdue: 0, running: 1, paused: 2 } as const;

/** Of the promises that are still open, the one that is overdue longest, else the one due first, else a paused one. */
export function shownPromise(clocks: readonly KeptClock[], now: number): ShownPromise | null {
  const open = clocks.flatMap((clock) =>
    endedAt(clock) === null && clock.terms ? [shown(clock, clock.terms, now)] : [],
  );
  const byUrgency = (a: ShownPromise, b: ShownPromise) =>
    RANK[a.state] - RANK[b.state] || (a.dueAt ?? 0) - (b.dueAt ?? 0);
  return open.sort(byUrgency)[0] ?? null;
}

function shown({ metric, startedAt, dueAt, said }: KeptClock, { targetMinutes }: KeptTerms, now: number): ShownPromise {
  const state = dueAt === null ? 'paused' : dueAt <= now ? 'overdue' : 'running';
  return { metric, state, warned: said > 0, startedAt, targetMinutes, dueAt };
}
