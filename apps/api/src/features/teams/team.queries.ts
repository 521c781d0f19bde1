import type { TeamResponse } from '@baton/contracts/teams/teams.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { PersonQueries } from '../users/person.queries.js';
import type { TeamEntity } from './team.entity.js';

export type TeamFacts = Pick<TeamEntity, 'id' | 'name' | 'mode' | 'restricted'>;

const ONE = 'SELECT id, name, mode, restricted FROM teams WHERE tenant_id = $1 AND id = $2';

const LIST = `
SELECT id, name, mode, restricted, ARRAY(
  SELECT m.user_id FROM team_members m JOIN users u ON u.tenant_id = m.tenant_id AND u.id = m.user_id
  WHERE m.tenant_id = teams.tenant_id AND m.team_id = teams.id ORDER BY u.name, u.id
) AS "memberIds"
FROM teams WHERE tenant_id = $1 AND ($2::uuid IS NULL OR id = $2) ORDER BY name, id`;

const OUTSIDERS = `
SELECT id FROM users u
WHERE tenant_id = $1 AND role = 'coordinator' AND status = 'approved' AND NOT EXISTS (
  SELECT FROM team_members m WHERE m.tenant_id = u.tenant_id AND m.user_id = u.id AND m.team_id = $2
)`;

@Injectable()
export class TeamQueries {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly people: PersonQueries,
  ) {}

  async get(actor: Actor, id: string): Promise<TeamFacts | null> {
    const [row] = await this.transaction.read(actor, () =>
      this.transaction.query<TeamFacts>(ONE, [actor.tenantId, id]),
    );
    return row ?? null;
  }

  /** The same, and nothing about the team or who is in it changes before the open transaction ends. */
  async hold(actor: Actor, id: string): Promise<TeamFacts | null> {
    const [row] = await this.transaction.query<TeamFacts>(`${ONE} FOR SHARE`, [actor.tenantId, id]);
    return row ?? null;
  }

  /** Ids of the teams somebody is in. */
  async ofUser(actor: Actor, userId: string): Promise<string[]> {
    const rows = await this.transaction.read(actor, () =>
      this.transaction.query<{ id: string }>(
        'SELECT team_id AS id FROM team_members WHERE tenant_id = $1 AND user_id = $2 ORDER BY team_id',
        [actor.tenantId, userId],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** Coordinators whom a restriction of the team shuts out. */
  async outsiders(actor: Actor, teamId: string): Promise<string[]> {
    const rows = await this.transaction.read(actor, () =>
      this.transaction.query<{ id: string }>(OUTSIDERS, [actor.tenantId, teamId]),
    );
    return rows.map(({ id }) => id);
  }

  /** With members; one of them, or all by name. */
  list(actor: Actor, id: string | null = null): Promise<TeamResponse[]> {
    return this.transaction.read(actor, async () => {
      const rows = await this.transaction.query<TeamFacts & { memberIds: string[] }>(LIST, [actor.tenantId, id]);
      const people = await this.people.byIds(
        actor,
        rows.flatMap((row) => row.memberIds),
      );
      return rows.map(({ memberIds, ...team }) => ({
        ...team,
        members: memberIds.flatMap((memberId) => people.get(memberId) ?? []),
      }));
    });
  }
}
