import { CreateCategoryDto, type MinLevelDto, UpdateCategoryDto } from '@baton/contracts/categories/categories.dto';
import type { CategoryResponse } from '@baton/contracts/categories/categories.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { changesOf } from '../../platform/events/changes-of.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { SkillLevels } from '../skills/skill-levels.service.js';
import { TeamQueries } from '../teams/team.queries.js';
import type { CategoryEntity } from './category.entity.js';
import { CategoryQueries } from './category.queries.js';
import { CategoryRepository } from './category.repository.js';

const asLevel = ({ skillId, minLevel }: MinLevelDto) => ({ skillId, level: minLevel });

@Injectable()
export class CategoriesService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly categories: CategoryRepository,
    private readonly queries: CategoryQueries,
    private readonly teams: TeamQueries,
    private readonly skillLevels: SkillLevels,
    private readonly events: EventRecorder,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError category.name_taken, resource.not_found for an unknown parent, team or skill */
  create(
    actor: Actor,
    { name, parentId = null, teamId = null, skills = [] }: CreateCategoryDto,
  ): Promise<CategoryResponse> {
    return this.transaction.run(actor, async () => {
      await this.categories.lockTree(actor);
      const createdAt = this.clock.now();
      const category = { tenantId: actor.tenantId, id: newId(), name, parentId, teamId, archived: false, createdAt };
      await this.requirePlace(actor, category);
      await this.categories.insert(category);
      const needed = await this.skillLevels.replace(actor, 'category', category.id, skills.map(asLevel));
      const data = { after: { name, parentId, teamId, ...needed?.after } };
      await this.events.record(actor, { type: 'category.created', subjectId: category.id, data });
      return this.present(actor, category.id);
    });
  }

  /** @throws AppError resource.not_found, category.name_taken, category.cycle */
  update(actor: Actor, id: string, { skills, ...wanted }: UpdateCategoryDto): Promise<CategoryResponse> {
    return this.transaction.run(actor, async () => {
      await this.categories.lockTree(actor);
      const category = await this.categories.find(actor, id);
      if (!category) throw notFound();
      const changes = changesOf(category, wanted);
      if (changes) {
        await this.requirePlace(actor, { ...category, ...changes.after });
        await this.categories.update(actor, id, changes.after);
      }
      const needed = await this.skillLevels.replace(actor, 'category', id, skills?.map(asLevel));
      if (changes || needed) {
        const data = {
          before: { ...changes?.before, ...needed?.before },
          after: { ...changes?.after, ...needed?.after },
        };
        await this.events.record(actor, { type: 'category.changed', subjectId: id, data });
      }
      return this.present(actor, id);
    });
  }

  private async requirePlace(actor: Actor, category: CategoryEntity): Promise<void> {
    const { id, parentId, teamId } = category;
    if (parentId) {
      const above = await this.categories.withAncestors(actor, parentId);
      if (above.length === 0) throw notFound();
      if (above.includes(id)) throw new AppError('category.cycle');
    }
    if (teamId && !(await this.teams.get(actor, teamId))) throw notFound();
    if (await this.categories.isNameTaken(actor, category)) throw new AppError('category.name_taken');
  }

  private async present(actor: Actor, id: string): Promise<CategoryResponse> {
    return (await this.queries.get(actor, id))!;
  }
}
