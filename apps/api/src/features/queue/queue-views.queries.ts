import type { QueueViewResponse, QueueViewsResponse } from '@baton/contracts/queue/queue.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { workableBy } from '../tickets/ticket-visibility.queries.js';

const ACTIVE = `t.status IN ('new', 'open', 'in_progress', 'waiting')`;

/** View → which of the desk's tickets it counts. `$me` and `$today` stand for the parameters. */
const VIEWS: Record<string, string> = {
  mine: `${ACTIVE} AND t.assignee_id = $me`,
  unassigned: `${ACTIVE} AND t.assignee_id IS NULL`,
  open: ACTIVE,
  waiting: `t.status = 'waiting'`,
  resolved_today: `t.status IN ('resolved', 'closed') AND t.resolved_at >= $today`,
};

const PLAIN: Omit<QueueViewResponse, 'key' | 'name' | 'count'> = {
  scope: 'built_in',
  id: null,
  teamId: null,
  filters: {},
  sort: null,
  layout: 'table',
  can: { edit: false },
};

/** The queue's views with exact counts, all from one pass over the tickets that can be in any of them. */
@Injectable()
export class QueueViewsQueries {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  views(actor: UserActor): Promise<QueueViewsResponse> {
    return this.transaction.run(actor, async () => {
      const counts = await this.count(actor);
      const teams = await this.countByTeam(actor);
      const builtIn = Object.keys(VIEWS).map((key) => ({ key, name: null, count: Number(counts?.[key] ?? 0) }));
      return { items: [...builtIn, ...teams].map((view) => ({ ...PLAIN, ...view })) };
    });
  }

  private async count(actor: UserActor): Promise<Record<string, string> | undefined> {
    const parameters = new SqlParameters();
    const me = `${parameters.add(actor.userId)}::uuid`;
    const today = `(SELECT date_trunc('day', ${parameters.add(this.clock.now())}::timestamptz, u.time_zone) FROM users u WHERE u.tenant_id = ${parameters.add(actor.tenantId)} AND u.id = ${me})`;
    const columns = Object.entries(VIEWS).map(
      ([key, condition]) =>
        `count(*) FILTER (WHERE ${condition.replace('$me', me).replace('$today', today)}) AS ${key}`,
    );
    const [row] = await this.transaction.query<Record<string, string>>(
      `SELECT ${columns.join(', ')} FROM tickets t
       WHERE t.tenant_id = ${parameters.add(actor.tenantId)} AND ${workableBy(actor, parameters)} AND (${ACTIVE} OR t.resolved_at >= ${today})`,
      parameters.values,
    );
    return row;
  }

  private async countByTeam(actor: UserActor): Promise<{ key: string; name: string; count: number }[]> {
    const parameters = new SqlParameters();
    const rows = await this.transaction.query<{ id: string; name: string; count: string }>(
      `SELECT team.id, team.name, count(t.id) AS count FROM teams team
       LEFT JOIN tickets t ON t.tenant_id = team.tenant_id AND t.team_id = team.id AND ${ACTIVE}
       WHERE team.tenant_id = ${parameters.add(actor.tenantId)} AND (
         NOT team.restricted OR ${parameters.add(actor.permissions.has('ticket.readRestricted'))}::boolean OR EXISTS (
           SELECT FROM team_members m WHERE m.tenant_id = team.tenant_id AND m.team_id = team.id AND m.user_id = ${parameters.add(actor.userId)}))
       GROUP BY team.id, team.name ORDER BY team.name`,
      parameters.values,
    );
    return rows.map(({ id, name, count }) => ({ key: `team:${id}`, name, count: Number(count) }));
  }
}
