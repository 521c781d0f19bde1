import { PRIORITIES, type Priority } from '../tickets/ticket-priority.js';
import type { CompiledCalendar } from './compiled-calendar.js';
import { matchingPolicy, type PolicyFacts, SLA_METRICS, type SlaMetric, type SlaPolicy, targetOf } from './policy.js';
import {
  type BareClock,
  bareClocks,
  isBreached,
  promisedClocks,
  type SlaFact,
  type TermsOf,
  type TicketClock,
} from './ticket-clocks.js';

/** Policies in order, with the calendars they name. */
export interface SlaRules {
  policies: readonly Pick<SlaPolicy, 'enabled' | 'conditions' | 'calendarId' | 'targets'>[];
  calendars: ReadonlyMap<string, CompiledCalendar>;
}

/** What the rules promise a ticket, by the first policy it falls under. */
export function termsUnder({ policies, calendars }: SlaRules, facts: PolicyFacts): TermsOf {
  const policy = matchingPolicy(policies, facts);
  const calendar = policy && calendars.get(policy.calendarId);
  return ({ metric }) => {
    const targetMinutes = policy && targetOf(policy, facts.priority, metric);
    return targetMinutes && calendar ? { targetMinutes, calendar } : null;
  };
}

/** A ticket as it is now, with what happened to it. */
export interface PastTicket {
  id: string;
  facts: PolicyFacts;
  history: readonly SlaFact[];
}

export type Outcome = 'met' | 'breached' | 'cancelled' | 'running';

/** Clocks by what became of them. Those cancelled in time promised nothing in the end and are left out. */
export interface Tally {
  /** The met, the breached, and those that still run. */
  total: number;
  met: number;
  breached: number;
}

export interface Comparison {
  before: Tally;
  after: Tally;
}

export type MetricComparison = Comparison & { byPriority: Record<Priority, Comparison> };

/** A clock that would have come out otherwise; null when it would not be, or was not, promised at all. */
export interface ChangedOutcome {
  ticketId: string;
  priority: Priority;
  metric: SlaMetric;
  cycle: number;
  before: Outcome | null;
  after: Outcome | null;
}

export interface BackTestSummary {
  metrics: Record<SlaMetric, MetricComparison>;
  /** Tickets with a clock that would have come out otherwise. */
  changedTickets: number;
  /** The first of them, one clock each. */
  examples: ChangedOutcome[];
}

const EXAMPLES = 20;

/** What became of a clock by `now`; one that broke its promise stays broken however it ended. */
export function outcomeOf(clock: TicketClock, now: number): Outcome {
  if (isBreached(clock, now)) return 'breached';
  if (clock.metAt !== null) return 'met';
  return clock.cancelledAt === null ? 'running' : 'cancelled';
}

/** Compares what two sets of rules make of past tickets, by the replay that sets real deadlines. */
export class BackTest {
  private readonly metrics = byMetric(() => ({ ...comparison(), byPriority: byPriority(comparison) }));
  private readonly examples: ChangedOutcome[] = [];
  private changedTickets = 0;

  /** @param now epoch ms */
  constructor(
    private readonly before: SlaRules,
    private readonly after: SlaRules,
    private readonly now: number,
  ) {}

  add(ticket: PastTicket): void {
    // What starts and ends a clock is the same by either rules.
    const clocks = bareClocks(ticket.history);
    const before = this.outcomes(this.before, ticket, clocks);
    const after = this.outcomes(this.after, ticket, clocks);
    this.count(before, ticket, 'before');
    this.count(after, ticket, 'after');
    const changed = firstChange(before, after);
    if (!changed) return;
    this.changedTickets++;
    if (this.examples.length < EXAMPLES) {
      this.examples.push({ ticketId: ticket.id, priority: ticket.facts.priority, ...changed });
    }
  }

  summary(): BackTestSummary {
    return { metrics: this.metrics, changedTickets: this.changedTickets, examples: this.examples };
  }

  private outcomes(rules: SlaRules, { facts }: PastTicket, clocks: readonly BareClock[]): ClockOutcome[] {
    return promisedClocks(clocks, termsUnder(rules, facts)).map((clock) => ({
      metric: clock.metric,
      cycle: clock.cycle,
      outcome: outcomeOf(clock, this.now),
    }));
  }

  private count(outcomes: readonly ClockOutcome[], { facts }: PastTicket, side: keyof Comparison): void {
    for (const { metric, outcome } of outcomes) {
      const of = this.metrics[metric];
      for (const tally of [of[side], of.byPriority[facts.priority][side]]) tallyUp(tally, outcome);
    }
  }
}

interface ClockOutcome {
  metric: SlaMetric;
  cycle: number;
  outcome: Outcome;
}

function tallyUp(tally: Tally, outcome: Outcome): void {
  if (outcome === 'cancelled') return;
  tally.total++;
  if (outcome !== 'running') tally[outcome]++;
}

function firstChange(
  before: readonly ClockOutcome[],
  after: readonly ClockOutcome[],
): Pick<ChangedOutcome, 'metric' | 'cycle' | 'before' | 'after'> | null {
  const same = (a: ClockOutcome) => (b: ClockOutcome) => a.metric === b.metric && a.cycle === b.cycle;
  for (const clock of [...before, ...after]) {
    const was = before.find(same(clock))?.outcome ?? null;
    const would = after.find(same(clock))?.outcome ?? null;
    if (was !== would) return { metric: clock.metric, cycle: clock.cycle, before: was, after: would };
  }
  return null;
}

const tally = (): Tally => ({ total: 0, met: 0, breached: 0 });
const comparison = (): Comparison => ({ before: tally(), after: tally() });

const byMetric = <T>(make: () => T) =>
  Object.fromEntries(SLA_METRICS.map((metric) => [metric, make()])) as Record<SlaMetric, T>;
const byPriority = <T>(make: () => T) =>
  Object.fromEntries(PRIORITIES.map((priority) => [priority, make()])) as Record<Priority, T>;
