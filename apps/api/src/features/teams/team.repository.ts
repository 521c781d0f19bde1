import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { TeamEntity } from './team.entity.js';

const ADD = `
INSERT INTO team_members (tenant_id, team_id, user_id)
SELECT $1, team_id, user_id FROM unnest($2::uuid[]) AS team_id, unnest($3::uuid[]) AS user_id
ON CONFLICT DO NOTHING`;

const REMOVE = 'DELETE FROM team_members WHERE tenant_id = $1 AND team_id = ANY($2) AND user_id = ANY($3)';

/** Teams and who is in them. */
@Injectable()
export class TeamRepository {
  constructor(private readonly transaction: TenantTransaction) {}

  lock(actor: Actor, id: string): Promise<TeamEntity | null> {
    return this.transaction.manager.findOne(TeamEntity, {
      where: { tenantId: actor.tenantId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insert(team: TeamEntity): Promise<void> {
    await this.transaction.manager.insert(TeamEntity, team);
  }

  async update(actor: Actor, id: string, change: Partial<TeamEntity>): Promise<void> {
    await this.transaction.manager.update(TeamEntity, { tenantId: actor.tenantId, id }, change);
  }

  /** Names are compared as people do: `IT` is `it`. */
  async isNameTaken(actor: Actor, name: string, exceptId: string): Promise<boolean> {
    const rows = await this.transaction.query(
      'SELECT FROM teams WHERE tenant_id = $1 AND lower(name) = lower($2) AND id <> $3',
      [actor.tenantId, name, exceptId],
    );
    return rows.length > 0;
  }

  async memberIds(actor: Actor, teamId: string): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(
      'SELECT user_id AS id FROM team_members WHERE tenant_id = $1 AND team_id = $2 ORDER BY user_id',
      [actor.tenantId, teamId],
    );
    return rows.map(({ id }) => id);
  }

  async teamIdsOf(actor: Actor, userId: string): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(
      'SELECT team_id AS id FROM team_members WHERE tenant_id = $1 AND user_id = $2 ORDER BY team_id',
      [actor.tenantId, userId],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of these exist. */
  async existing(actor: Actor, ids: readonly string[]): Promise<string[]> {
    const rows = await this.transaction.query<{ id: string }>(
      'SELECT id FROM teams WHERE tenant_id = $1 AND id = ANY($2) ORDER BY id',
      [actor.tenantId, ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Every one of the users into every one of the teams. */
  async add(actor: Actor, teamIds: readonly string[], userIds: readonly string[]): Promise<void> {
    await this.transaction.query(ADD, [actor.tenantId, teamIds, userIds]);
  }

  async remove(actor: Actor, teamIds: readonly string[], userIds: readonly string[]): Promise<void> {
    await this.transaction.query(REMOVE, [actor.tenantId, teamIds, userIds]);
  }
}
