import type { AnalyticsQuery } from '@baton/contracts/analytics/analytics.dto';
import type { Actor } from '@baton/domain/permissions/actor';
import { ACTIVE_STATUSES } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { filtersOf } from '../tickets/ticket-filters.queries.js';
import { visibleTo } from '../tickets/ticket-visibility.queries.js';
import { isCounted, METRIC_NAMES, type MetricName, type Period, secondsOf } from './analytics-metrics.queries.js';

export type Dimension = 'all' | 'category' | 'priority' | 'assignee';

export interface Measured {
  tickets: number;
  median: number | null;
  p90: number | null;
}

/** All metrics of one group, for the period and the one before. */
export interface GroupRow {
  dimension: Dimension;
  key: string | null;
  now: Record<MetricName, Measured>;
  before: Record<MetricName, Measured>;
}

type FlatRow = Record<string, number | null> & {
  dimension: number;
  category: string;
  priority: string;
  assignee: string;
};

/** What `grouping()` answers for each grouping set: a bit per column that is not grouped by. */
const DIMENSIONS: Record<number, Dimension> = { 7: 'all', 3: 'category', 5: 'priority', 6: 'assignee' };

/**
 * Where figures of a period can come from, over the alias `t`: whatever was created, answered, resolved or open since
 * `from` either is still open or has changed since.
 */
export function inScope(actor: Actor, query: AnalyticsQuery, from: string, parameters: SqlParameters): string {
  const active = ACTIVE_STATUSES.map((status) => `'${status}'`).join(', ');
  return [
    `t.tenant_id = ${parameters.add(actor.tenantId)}`,
    visibleTo(actor, parameters),
    ...filtersOf(actor, { team: query.team }, parameters),
    `(t.status IN (${active}) OR t.updated_at >= ${parameters.add(from)}::timestamptz)`,
  ].join(' AND ');
}

const percentile = (share: number, seconds: string, condition: string): string =>
  `round(percentile_cont(${share}) WITHIN GROUP (ORDER BY ${seconds}) FILTER (WHERE ${condition}))::float8`;

/** The aggregates of one metric over the columns made by `facts`. */
function aggregates(name: MetricName, suffix: string): string[] {
  const own = `${name}_${suffix}`;
  const count = `count(*) FILTER (WHERE "${own}")::int AS "${own}"`;
  if (!secondsOf(name)) return [count];
  const [median, p90] = [0.5, 0.9].map((share) => percentile(share, `"${name}_seconds"`, `"${own}"`));
  return [count, `${median} AS "${own}_median"`, `${p90} AS "${own}_p90"`];
}

/** Totals and breakdowns of a period and the one before it, from one pass over the tickets. */
@Injectable()
export class AnalyticsQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  async groups(actor: Actor, query: AnalyticsQuery, now: Period, before: Period): Promise<GroupRow[]> {
    const parameters = new SqlParameters();
    const facts = METRIC_NAMES.flatMap((name) => [
      `${isCounted(name, actor, now, parameters)} AS "${name}_now"`,
      `${isCounted(name, actor, before, parameters)} AS "${name}_before"`,
      ...(secondsOf(name) ? [`${secondsOf(name)} AS "${name}_seconds"`] : []),
    ]);
    const columns = METRIC_NAMES.flatMap((name) => [...aggregates(name, 'now'), ...aggregates(name, 'before')]);
    const rows = await this.transaction.run(actor, () =>
      this.transaction.query<FlatRow>(
        `SELECT grouping(category, priority, assignee) AS dimension, category, priority, assignee, ${columns.join(', ')}
         FROM (SELECT t.category_id AS category, t.priority, t.assignee_id AS assignee, ${facts.join(', ')}
           FROM tickets t WHERE ${inScope(actor, query, before.from, parameters)} OFFSET 0) facts
         GROUP BY GROUPING SETS ((), (category), (priority), (assignee))`,
        parameters.values,
      ),
    );
    return rows.map(toGroup);
  }
}

function toGroup(row: FlatRow): GroupRow {
  const dimension = DIMENSIONS[row.dimension] as Dimension;
  const measured = (suffix: string) =>
    Object.fromEntries(
      METRIC_NAMES.map((name) => {
        const own = `${name}_${suffix}`;
        return [name, { tickets: row[own] ?? 0, median: row[`${own}_median`] ?? null, p90: row[`${own}_p90`] ?? null }];
      }),
    ) as Record<MetricName, Measured>;
  const key = dimension === 'all' ? null : row[dimension];
  return { dimension, key, now: measured('now'), before: measured('before') };
}
