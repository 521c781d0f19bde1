import type { AnalyticsQuery } from '@baton/contracts/analytics/analytics.dto';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { ENDED } from '../tickets/ticket-filters.queries.js';
import { inScope } from './analytics.queries.js';
import type { Period } from './analytics-metrics.queries.js';

export interface DayRow {
  from: Date;
  to: Date;
  created: number;
  resolved: number;
  backlog: number;
}

const isOpen = (field: string): string => `(e.data->>'${field}' NOT IN ${ENDED})::int`;

/**
 * The local days of a period up to now. The backlog is the running sum of tickets that opened (+1) and ended (-1): one
 * pass over the history instead of a look at every ticket for every day.
 */
@Injectable()
export class AnalyticsDaysQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  days(actor: Actor, query: AnalyticsQuery, period: Period, timeZone: string): Promise<DayRow[]> {
    const parameters = new SqlParameters();
    const [from, to, end] = [period.from, period.to, period.end].map((each) => `${parameters.add(each)}::timestamptz`);
    const zone = parameters.add(timeZone);
    const sql = `
      WITH day AS (
        SELECT row_number() OVER (ORDER BY date)::int AS n,
          greatest(${from}, date AT TIME ZONE ${zone}) AS "from",
          least(${to}, (date + interval '1 day') AT TIME ZONE ${zone}) AS "to"
        FROM generate_series(date_trunc('day', ${from} AT TIME ZONE ${zone}),
          (${end} - interval '1 microsecond') AT TIME ZONE ${zone}, interval '1 day') date
      ), bounds AS (SELECT array_agg("from" ORDER BY n) AS starts, array_agg("to" ORDER BY n) AS ends FROM day
      ), scope AS (
        SELECT t.tenant_id, t.id, t.created_at, t.resolved_at FROM tickets t
        WHERE ${inScope(actor, query, period.from, parameters)}
      ), created AS (
        SELECT width_bucket(created_at, starts) AS n, count(*)::int AS tickets FROM scope, bounds
        WHERE created_at >= ${from} AND created_at < ${to} GROUP BY 1
      ), resolved AS (
        SELECT width_bucket(resolved_at, starts) AS n, count(*)::int AS tickets FROM scope, bounds
        WHERE resolved_at >= ${from} AND resolved_at < ${to} GROUP BY 1
      ), moves AS (
        SELECT created_at AS at, 1 AS delta FROM scope
        UNION ALL
        SELECT e.occurred_at, ${isOpen('to')} - ${isOpen('from')} FROM scope
        JOIN events e ON e.tenant_id = scope.tenant_id AND e.ticket_id = scope.id AND e.type = 'ticket.status_changed'
      ), balance AS (
        -- What happens at the very end of a day still counts for it.
        SELECT width_bucket(at - interval '1 microsecond', ends) + 1 AS n, sum(delta)::int AS delta
        FROM moves, bounds GROUP BY 1
      )
      SELECT day."from", day."to", coalesce(created.tickets, 0) AS created, coalesce(resolved.tickets, 0) AS resolved,
        (sum(coalesce(balance.delta, 0)) OVER (ORDER BY n))::int AS backlog
      FROM day LEFT JOIN created USING (n) LEFT JOIN resolved USING (n) LEFT JOIN balance USING (n) ORDER BY n`;
    return this.transaction.run(actor, () => this.transaction.query<DayRow>(sql, parameters.values));
  }
}
