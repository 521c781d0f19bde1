import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { ownedBy, teamsHiddenFrom } from '../tickets/ticket-visibility.queries.js';
import type { ViewEntity } from './view.entity.js';

/** Stands for nobody in particular, and for no team. */
const NONE = '00000000-0000-0000-0000-000000000000';

export interface CountedView extends Omit<ViewEntity, 'tenantId' | 'revision' | 'createdAt'> {
  /** Means nothing before the view is `counted`. */
  count: string;
  /** How many deltas it was added up from. */
  appended: string;
}

export interface Reader {
  /** Where the reader is. */
  startOfDay: Date;
  teamIds: string[];
}

export interface TeamCount {
  id: string;
  name: string;
  count: string;
}

/** `hasView` of the domain as SQL over the alias `v`, and the built-in ones. */
function hadBy(actor: UserActor, parameters: SqlParameters): string {
  const me = parameters.add(actor.userId);
  return `(v.key IS NOT NULL OR v.scope = 'everyone' OR v.owner_id = ${me} OR v.team_id = ANY(ARRAY(
    SELECT m.team_id FROM team_members m WHERE m.tenant_id = ${parameters.add(actor.tenantId)} AND m.user_id = ${me})))`;
}

/** Which parts of a count are the reader's: everybody's and their own, less those of teams hidden from them. */
function readable(actor: UserActor, parameters: SqlParameters, alias: string): string {
  const people = parameters.add([NONE, actor.userId]);
  const mine = `${alias}.person_id = ANY(${people}::uuid[])`;
  if (actor.permissions.has('ticket.readRestricted')) return mine;
  return `${mine} AND ${alias}.team_id <> ALL(${teamsHiddenFrom(actor, parameters)})`;
}

/**
 * Tickets of hidden teams that the reader sees all the same, being their requester or watcher: few, found one by one. As in
 * the list, custom fields and promises are not asked: they are for those who work on a ticket.
 */
function seenAllTheSame(actor: UserActor, parameters: SqlParameters): string {
  if (actor.permissions.has('ticket.readRestricted'))
    return 'SELECT NULL::uuid AS view_id, 0::bigint AS count WHERE false';
  const tenant = parameters.add(actor.tenantId);
  const people = parameters.add([NONE, actor.userId]);
  return `
    WITH own AS MATERIALIZED (
      SELECT t AS ticket FROM tickets t
      WHERE t.tenant_id = ${tenant} AND ${ownedBy(actor, parameters)} AND t.team_id = ANY(${teamsHiddenFrom(actor, parameters)})
    )
    SELECT m.view_id, count(*) FROM own CROSS JOIN LATERAL matching_views(own.ticket) m
    JOIN views asked ON asked.tenant_id = ${tenant} AND asked.id = m.view_id AND NOT asked.filters ?| ARRAY['cf', 'overdue']
    WHERE m.person_id = ANY(${people}::uuid[]) GROUP BY m.view_id`;
}

/** Adds up what is kept: each answer is exact, being one statement over one snapshot. Within the open transaction. */
@Injectable()
export class ViewCountsQueries {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The built-in views and those the actor has; or one, whoever has it. */
  views(actor: UserActor, id: string | null = null): Promise<CountedView[]> {
    const parameters = new SqlParameters();
    const tenant = parameters.add(actor.tenantId);
    const wanted = id === null ? hadBy(actor, parameters) : `v.id = ${parameters.add(id)}`;
    return this.transaction.query<CountedView>(
      `SELECT v.id, v.key, v.scope, v.owner_id AS "ownerId", v.team_id AS "teamId", v.name, v.filters, v.sort, v.layout, v.counted,
         coalesce(kept.count, 0) + coalesce(since.count, 0) + coalesce(seen.count, 0) AS count, coalesce(since.rows, 0) AS appended
       FROM views v
       LEFT JOIN LATERAL (
         SELECT sum(c.count) AS count FROM view_counts c
         WHERE c.tenant_id = ${tenant} AND c.view_id = v.id AND ${readable(actor, parameters, 'c')}
       ) kept ON true
       LEFT JOIN (
         SELECT d.view_id, sum(d.delta) AS count, count(*) AS rows FROM view_count_deltas d
         WHERE d.tenant_id = ${tenant} AND ${readable(actor, parameters, 'd')} GROUP BY d.view_id
       ) since ON since.view_id = v.id
       LEFT JOIN (${seenAllTheSame(actor, parameters)}) seen ON seen.view_id = v.id
       WHERE v.tenant_id = ${tenant} AND ${wanted}
       ORDER BY lower(v.name), v.id`,
      parameters.values,
    );
  }

  /** Open tickets of each team that is not hidden from the actor, by the team's name. */
  teams(actor: UserActor): Promise<TeamCount[]> {
    const parameters = new SqlParameters();
    const tenant = parameters.add(actor.tenantId);
    const hidden = actor.permissions.has('ticket.readRestricted') ? "'{}'::uuid[]" : teamsHiddenFrom(actor, parameters);
    const open = `(SELECT v.id FROM views v WHERE v.tenant_id = ${tenant} AND v.key = 'open')`;
    return this.transaction.query<TeamCount>(
      `SELECT team.id, team.name, coalesce(sum(part.count), 0) AS count FROM teams team
       LEFT JOIN (
         SELECT team_id, count FROM view_counts WHERE tenant_id = ${tenant} AND view_id = ${open}
         UNION ALL
         SELECT team_id, delta FROM view_count_deltas WHERE tenant_id = ${tenant} AND view_id = ${open}
       ) part ON part.team_id = team.id
       WHERE team.tenant_id = ${tenant} AND team.id <> ALL(${hidden})
       GROUP BY team.id, team.name ORDER BY team.name`,
      parameters.values,
    );
  }

  async reader(actor: UserActor, now: Date): Promise<Reader> {
    const [row] = await this.transaction.query<Reader>(
      `SELECT date_trunc('day', $3::timestamptz, u.time_zone) AS "startOfDay", ARRAY(
         SELECT m.team_id FROM team_members m WHERE m.tenant_id = $1 AND m.user_id = $2) AS "teamIds"
       FROM users u WHERE u.tenant_id = $1 AND u.id = $2`,
      [actor.tenantId, actor.userId, now],
    );
    return row!;
  }
}
