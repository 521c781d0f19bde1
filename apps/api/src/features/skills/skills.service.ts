import { LIMITS } from '@baton/contracts/http/limits';
import type { CreateSkillDto, UpdateSkillDto } from '@baton/contracts/skills/skills.dto';
import type { SkillListResponse, SkillResponse } from '@baton/contracts/skills/skills.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { SkillRepository } from './skill.repository.js';

/** What people can do and tickets need. */
@Injectable()
export class SkillsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly skills: SkillRepository,
    private readonly events: EventRecorder,
  ) {}

  list(actor: Actor): Promise<SkillListResponse> {
    return this.transaction.read(actor, async () => ({ items: await this.skills.list(actor) }));
  }

  /** @throws skill.name_taken, skill.too_many */
  create(actor: Actor, { name }: CreateSkillDto): Promise<SkillResponse> {
    return this.transaction.run(actor, async () => {
      await this.skills.lock(actor);
      const skills = await this.skills.list(actor);
      if (skills.length >= LIMITS.skillsMax) throw new AppError('skill.too_many', { max: LIMITS.skillsMax });
      const skill = { id: newId(), name, people: 0, categories: 0 };
      await this.requireFreeName(actor, skill);
      await this.skills.insert(actor, skill.id, name);
      this.events.record(actor, { type: 'skill.created', subjectId: skill.id, data: { after: { name } } });
      return skill;
    });
  }

  /** @throws resource.not_found, skill.name_taken */
  update(actor: Actor, id: string, { name }: UpdateSkillDto): Promise<SkillResponse> {
    return this.transaction.run(actor, async () => {
      const skill = await this.lock(actor, id);
      if (name === undefined || name === skill.name) return skill;
      const renamed = { ...skill, name };
      await this.requireFreeName(actor, renamed);
      await this.skills.rename(actor, id, name);
      const data = { before: { name: skill.name }, after: { name } };
      this.events.record(actor, { type: 'skill.changed', subjectId: id, data });
      return renamed;
    });
  }

  /** @throws resource.not_found, skill.in_use {categories} */
  remove(actor: Actor, id: string): Promise<void> {
    return this.transaction.run(actor, async () => {
      const skill = await this.lock(actor, id);
      const categories = await this.skills.neededBy(actor, id);
      if (categories.length > 0) throw new AppError('skill.in_use', { categories });
      await this.skills.remove(actor, id);
      this.events.record(actor, { type: 'skill.deleted', subjectId: id, data: { before: { name: skill.name } } });
    });
  }

  private async lock(actor: Actor, id: string): Promise<SkillResponse> {
    await this.skills.lock(actor);
    const skills = await this.skills.list(actor);
    const skill = skills.find((each) => each.id === id);
    if (!skill) throw notFound();
    return skill;
  }

  private async requireFreeName(actor: Actor, { id, name }: SkillResponse): Promise<void> {
    if (await this.skills.isNameTaken(actor, name, id)) throw new AppError('skill.name_taken');
  }
}
