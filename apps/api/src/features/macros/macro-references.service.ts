import type { MacroActionsDto } from '@baton/contracts/macros/macros.dto';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/http/app-error.js';
import { CategoryQueries } from '../categories/category.queries.js';
import { TeamQueries } from '../teams/team.queries.js';
import { PersonQueries } from '../users/person.queries.js';

interface NamingMacro {
  teamId: string | null;
  actions: MacroActionsDto;
}

/** What a macro names: teams, a category, a person. */
@Injectable()
export class MacroReferencesService {
  constructor(
    private readonly teams: TeamQueries,
    private readonly categories: CategoryQueries,
    private readonly persons: PersonQueries,
  ) {}

  /**
   * @param former the macro as it was: what that named may stay, though it was archived or left meanwhile
   * @throws resource.not_found when something named is not there, or nobody one could assign to
   */
  async requireKnown(actor: UserActor, { teamId, actions }: NamingMacro, former?: NamingMacro): Promise<void> {
    const { teamId: wantedTeamId, categoryId, assignee } = actions;
    const [team, wantedTeam] = [added(teamId, former?.teamId), added(wantedTeamId, former?.actions.teamId)];
    for (const id of [team, wantedTeam]) if (id && !(await this.teams.get(actor, id))) throw notFound();
    const category = added(categoryId, former?.actions.categoryId);
    if (category && (await this.categories.get(actor, category))?.archived !== false) throw notFound();
    const person = added(assignee, former?.actions.assignee);
    if (!person || person === 'me') return;
    if (!(await this.persons.workersAmong(actor, [person])).has(person)) throw notFound();
  }
}

const added = <T>(id: T, formerId: T): T | null => (id === formerId ? null : id);
