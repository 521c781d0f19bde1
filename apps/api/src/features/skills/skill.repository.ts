import type { SkillLevelDto } from '@baton/contracts/skills/skills.dto';
import type { SkillResponse } from '@baton/contracts/skills/skills.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';

/** Whoever has skills or needs them. */
export type SkillOwner = 'user' | 'category';

const LEVELS: Record<SkillOwner, { table: string; owner: string }> = {
  user: { table: 'user_skills', owner: 'user_id' },
  category: { table: 'category_skills', owner: 'category_id' },
};

const LIST = `
SELECT s.id, s.name,
  (SELECT count(*)::int FROM user_skills u WHERE u.tenant_id = s.tenant_id AND u.skill_id = s.id) AS people,
  (SELECT count(*)::int FROM category_skills c WHERE c.tenant_id = s.tenant_id AND c.skill_id = s.id) AS categories
FROM skills s WHERE s.tenant_id = $1 ORDER BY lower(s.name), s.id`;

const NEEDED_BY = `
SELECT c.name FROM category_skills k JOIN categories c ON c.tenant_id = k.tenant_id AND c.id = k.category_id
WHERE k.tenant_id = $1 AND k.skill_id = $2 ORDER BY lower(c.name), c.id LIMIT 20`;

/** Skills, and who has or needs them at which level. */
@Injectable()
export class SkillRepository {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** Changes of one organization's skills take turns: their names depend on one another. */
  async lock(actor: Actor): Promise<void> {
    await this.transaction.query("SELECT pg_advisory_xact_lock(hashtextextended('skills:' || $1, 0))", [
      actor.tenantId,
    ]);
  }

  list(actor: Actor): Promise<SkillResponse[]> {
    return this.transaction.query(LIST, [actor.tenantId]);
  }

  /** Names are compared as people do: `VPN` is `vpn`. */
  async isNameTaken(actor: Actor, name: string, exceptId: string): Promise<boolean> {
    const rows = await this.transaction.query(
      'SELECT FROM skills WHERE tenant_id = $1 AND lower(name) = lower($2) AND id <> $3',
      [actor.tenantId, name, exceptId],
    );
    return rows.length > 0;
  }

  async insert(actor: Actor, id: string, name: string): Promise<void> {
    await this.transaction.query('INSERT INTO skills (tenant_id, id, name, created_at) VALUES ($1, $2, $3, $4)', [
      actor.tenantId,
      id,
      name,
      this.clock.now(),
    ]);
  }

  async rename(actor: Actor, id: string, name: string): Promise<void> {
    await this.transaction.query('UPDATE skills SET name = $3 WHERE tenant_id = $1 AND id = $2', [
      actor.tenantId,
      id,
      name,
    ]);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.transaction.query('DELETE FROM skills WHERE tenant_id = $1 AND id = $2', [actor.tenantId, id]);
  }

  /** Names of categories that need it. */
  async neededBy(actor: Actor, id: string): Promise<string[]> {
    const rows = await this.transaction.query<{ name: string }>(NEEDED_BY, [actor.tenantId, id]);
    return rows.map(({ name }) => name);
  }

  /** Which of these exist. They stay until the transaction ends. */
  async holdExisting(actor: Actor, ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.transaction.query<{ id: string }>(
      'SELECT id FROM skills WHERE tenant_id = $1 AND id = ANY($2) ORDER BY id FOR KEY SHARE',
      [actor.tenantId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  levelsOf(actor: Actor, kind: SkillOwner, ownerId: string): Promise<SkillLevelDto[]> {
    const { table, owner } = LEVELS[kind];
    return this.transaction.query(
      `SELECT skill_id AS "skillId", level FROM ${table} WHERE tenant_id = $1 AND ${owner} = $2 ORDER BY skill_id`,
      [actor.tenantId, ownerId],
    );
  }

  async replace(actor: Actor, kind: SkillOwner, ownerId: string, levels: readonly SkillLevelDto[]): Promise<void> {
    const { table, owner } = LEVELS[kind];
    const key = [actor.tenantId, ownerId];
    await this.transaction.query(`DELETE FROM ${table} WHERE tenant_id = $1 AND ${owner} = $2`, key);
    await this.transaction.query(
      `INSERT INTO ${table} (tenant_id, ${owner}, skill_id, level)
       SELECT $1, $2, skill_id, level FROM unnest($3::uuid[], $4::smallint[]) AS wanted (skill_id, level)`,
      [...key, levels.map(({ skillId }) => skillId), levels.map(({ level }) => level)],
    );
  }
}
