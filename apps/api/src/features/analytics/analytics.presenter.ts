import type { BreakdownRowResponse, DayResponse } from '@baton/contracts/analytics/analytics.response';
import type { Measured } from './analytics.queries.js';
import type { DayRow } from './analytics-days.queries.js';
import {
  figure,
  METRIC_NAMES,
  type MetricName,
  type Period,
  secondsOf,
  type TicketFilter,
} from './analytics-metrics.queries.js';

type Figures = Pick<BreakdownRowResponse, MetricName>;

/** Every metric of one group of tickets, each with the list of exactly those tickets. */
export const presentFigures = (measured: Record<MetricName, Measured>, period: Period, within: TicketFilter): Figures =>
  Object.fromEntries(
    METRIC_NAMES.map((name) => {
      const { tickets, median } = measured[name];
      return [name, figure(name, period, within, secondsOf(name) ? median : tickets, tickets)];
    }),
  ) as Figures;

export function presentDay(day: DayRow, period: Period, within: TicketFilter): DayResponse {
  const [from, to] = [day.from.toISOString(), day.to.toISOString()];
  const end = new Date(Math.min(day.to.getTime(), Date.parse(period.end))).toISOString();
  const own: Period = { from, to, end };
  const counted = (name: 'created' | 'resolved' | 'backlog') => figure(name, own, within, day[name], day[name]);
  return { from, to, created: counted('created'), resolved: counted('resolved'), backlog: counted('backlog') };
}
