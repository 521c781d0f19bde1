import type { FigureResponse } from '@baton/contracts/analytics/analytics.response';
import type { ListTicketsQuery } from '@baton/contracts/tickets/tickets.dto';
import type { Actor } from '@baton/domain/permissions/actor';
import type { SqlParameters } from '../../platform/database/sql-parameters.js';
import { filtersOf } from '../tickets/ticket-filters.queries.js';

/** Which tickets are meant, in the words of the ticket list. */
export type TicketFilter = Partial<ListTicketsQuery>;

/** Instants; `to` is exclusive. */
export interface Period {
  from: string;
  to: string;
  /** The period's end, or now while it is running. */
  end: string;
}

interface Metric {
  /** The tickets behind the number. Its SQL is the ticket list's own, so the two cannot drift apart. */
  tickets: (period: Period) => TicketFilter;
  /** Seconds of one ticket, over the alias `t`; the figure is then their percentile instead of a count. */
  seconds?: string;
}

const elapsed = (column: string): string => `extract(epoch FROM t.${column} - t.created_at)`;

/** Everything that is counted or measured, each in one place. A further number is a further row. */
const METRICS = {
  created: { tickets: ({ from, to }) => ({ createdAfter: from, createdBefore: to }) },
  resolved: { tickets: ({ from, to }) => ({ resolvedAfter: from, resolvedBefore: to }) },
  backlog: { tickets: ({ end }) => ({ openAt: end }) },
  firstResponse: {
    tickets: ({ from, to }) => ({ respondedAfter: from, respondedBefore: to }),
    seconds: elapsed('first_responded_at'),
  },
  resolution: {
    tickets: ({ from, to }) => ({ resolvedAfter: from, resolvedBefore: to }),
    seconds: elapsed('resolved_at'),
  },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof METRICS;
export const METRIC_NAMES = Object.keys(METRICS) as MetricName[];
export const secondsOf = (name: MetricName): string | undefined => (METRICS[name] as Metric).seconds;

/** The metric's tickets as SQL over the alias `t`. */
export const isCounted = (name: MetricName, actor: Actor, period: Period, parameters: SqlParameters): string =>
  filtersOf(actor, METRICS[name].tickets(period), parameters).join(' AND ');

/** @param within narrows the metric's tickets: a team, a category, a priority */
export function figure(
  name: MetricName,
  period: Period,
  within: TicketFilter,
  value: number | null,
  tickets: number,
): FigureResponse {
  const filter = { ...within, ...METRICS[name].tickets(period) };
  const words = Object.entries(filter).map(([key, values]): [string, string] => [key, String(values)]);
  return { value, tickets, filter: new URLSearchParams(words).toString() };
}
