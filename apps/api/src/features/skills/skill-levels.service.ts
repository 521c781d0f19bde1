import type { SkillLevelDto } from '@baton/contracts/skills/skills.dto';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { changesOf } from '../../platform/events/changes-of.js';
import { AppError } from '../../platform/http/app-error.js';
import { type SkillOwner, SkillRepository } from './skill.repository.js';

/** Which skills somebody has or a category needs. Within the transaction of whoever changes the owner. */
@Injectable()
export class SkillLevels {
  constructor(private readonly skills: SkillRepository) {}

  /**
   * Makes these the owner's skills; nothing when none are given.
   * @returns what changed, or null
   * @throws resource.not_found {field} for an unknown skill, request.invalid for one named twice
   */
  async replace(actor: Actor, kind: SkillOwner, ownerId: string, levels: readonly SkillLevelDto[] | undefined) {
    if (!levels) return null;
    await this.requireSense(actor, levels);
    const current = await this.skills.levelsOf(actor, kind, ownerId);
    const changes = changesOf({ skills: current }, { skills: levels.map(plain).sort(byId) });
    if (changes) await this.skills.replace(actor, kind, ownerId, levels);
    return changes;
  }

  private async requireSense(actor: Actor, levels: readonly SkillLevelDto[]): Promise<void> {
    const ids = levels.map(({ skillId }) => skillId);
    const twice = ids.findIndex((id, index) => ids.indexOf(id) < index);
    if (twice >= 0) throw new AppError('request.invalid', { [`skills.${twice}.skillId`]: ['is named twice'] });
    const known = await this.skills.holdExisting(actor, ids);
    const unknown = ids.findIndex((id) => !known.has(id));
    if (unknown >= 0) throw new AppError('resource.not_found', { field: `skills.${unknown}.skillId` });
  }
}

const plain = ({ skillId, level }: SkillLevelDto): SkillLevelDto => ({ skillId, level });
const byId = (a: SkillLevelDto, b: SkillLevelDto): number => (a.skillId < b.skillId ? -1 : 1);
