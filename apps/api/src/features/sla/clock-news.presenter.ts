import type { SlaEntry, SlaTarget } from '@baton/contracts/conversation/timeline-data';
import { type ClockNews, type KeptClock, shownPromise } from '@baton/domain/sla/clock-upkeep';
import type { NewEntry, Note, NotedTicket } from '../tickets/ticket-record.service.js';
import { instant, instantOrNull } from './sla.presenter.js';
import type { Rules } from './sla-rules.service.js';

/**
 * `quiet`: what comes of another promise alone is recorded, but nobody is called. `silent`: not even that, for a past in
 * which it was told.
 */
export type Manner = 'told' | 'quiet' | 'silent';

const WRITERS: { [K in ClockNews['kind']]: (news: Extract<ClockNews, { kind: K }>, rules: Rules) => NewEntry } = {
  warning: ({ clock, percent, isOvertaken }, rules) => ({
    type: 'sla.warning',
    data: { ...entryAbout(clock, rules), percent },
    // Whoever hears of the breach, or of the later warning, need not hear of this one.
    isOldNews: isOvertaken,
  }),
  breached: ({ clock }, rules) => ({ type: 'sla.breached', data: entryAbout(clock, rules) }),
  target_changed: ({ clock, before }) => ({
    type: 'sla.target_changed',
    data: { metric: clock.metric, cycle: clock.cycle, from: targetOf(before), to: targetOf(clock) },
  }),
};

/** What is written into the timeline, for those who work on the ticket. */
export function entriesOf(news: readonly ClockNews[], rules: Rules, manner: Manner): NewEntry[] {
  if (manner === 'silent') return [];
  return news.map((each) => {
    const write = WRITERS[each.kind] as (news: ClockNews, rules: Rules) => NewEntry;
    const entry = { ...write(each, rules), internal: true };
    return isCalledOut(each, manner) ? entry : { ...entry, isOldNews: true };
  });
}

/** Does anybody hear of it? */
export const isCalledOut = (news: ClockNews, manner: Manner): boolean =>
  manner === 'told' || (manner === 'quiet' && news.kind !== 'target_changed' && !news.isAnew);

function entryAbout({ metric, cycle, terms, dueAt, breachedAt }: KeptClock, { policies }: Rules): SlaEntry {
  const policy = policies.find(({ id }) => id === terms?.policyId);
  return {
    ...{ metric, cycle },
    policy: terms?.policyName ?? '',
    targetMinutes: terms?.targetMinutes ?? 0,
    dueAt: instant(dueAt ?? breachedAt ?? 0),
    notify: policy?.escalation.notify ?? [],
  };
}

const targetOf = ({ terms, dueAt }: KeptClock): SlaTarget | null =>
  terms && { policy: terms.policyName, targetMinutes: terms.targetMinutes, dueAt: instantOrNull(dueAt) };

/** What lists show of a ticket's clocks. */
export function promisedBy(clocks: readonly KeptClock[], now: number): Note['promised'] {
  const promise = shownPromise(clocks, now);
  if (!promise) return { sla: null, dueAt: null, overdue: false };
  const { metric, state, warned, startedAt, targetMinutes, dueAt } = promise;
  return {
    sla: { metric, state, warned, startedAt: instant(startedAt), targetMinutes },
    dueAt: dueAt === null ? null : new Date(dueAt),
    overdue: state === 'overdue',
  };
}

const comparable = ({ sla, dueAt, overdue }: Note['promised']) => [
  ...[sla?.metric, sla?.state, sla?.warned, sla?.startedAt, sla?.targetMinutes],
  ...[dueAt?.getTime(), overdue],
];

export const samePromise = (a: NotedTicket, b: Note['promised']): boolean =>
  comparable(a).every((value, at) => value === comparable(b)[at]);
