import type { MacroActionsDto } from '@baton/contracts/macros/macros.dto';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/http/app-error.js';
import { CategoryQueries } from '../categories/category.queries.js';
import { TeamQueries } from '../teams/team.queries.js';
import { PersonQueries } from '../users/person.queries.js';

/** What a macro names: teams, a category, a person. */
@Injectable()
export class MacroReferencesService {
  constructor(
    private readonly teams: TeamQueries,
    private readonly categories: CategoryQueries,
    private readonly persons: PersonQueries,
  ) {}

  /** @throws resource.not_found when something named is not there, or nobody one could assign to */
  async requireKnown(actor: UserActor, macro: { teamId: string | null; actions: MacroActionsDto }): Promise<void> {
    const { teamId, categoryId, assignee } = macro.actions;
    for (const id of [macro.teamId, teamId]) if (id && !(await this.teams.get(actor, id))) throw notFound();
    if (categoryId && (await this.categories.get(actor, categoryId))?.archived !== false) throw notFound();
    if (!assignee || assignee === 'me') return;
    if (!(await this.persons.workersAmong(actor, [assignee])).has(assignee)) throw notFound();
  }
}
