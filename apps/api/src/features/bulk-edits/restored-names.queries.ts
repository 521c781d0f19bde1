import type { BulkFields } from '@baton/domain/bulk-edits/field-changes';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { CategoryQueries } from '../categories/category.queries.js';
import { TeamQueries } from '../teams/team.queries.js';
import type { RecordedChanges } from '../tickets/ticket-record.service.js';
import { PersonQueries } from '../users/person.queries.js';

type Told = Record<string, { from: unknown; to: unknown }>;

/** Field → what people call it, and how to name its values. */
type Naming = { as: string; name: (actor: Actor, id: string) => Promise<string | undefined> };

/** What an undo says of itself: values by the names of this moment. */
@Injectable()
export class RestoredNamesQueries {
  private readonly namings: Record<'assigneeId' | 'teamId' | 'categoryId', Naming> = {
    assigneeId: { as: 'assignee', name: async (actor, id) => (await this.persons.byIds(actor, [id])).get(id)?.name },
    teamId: { as: 'team', name: async (actor, id) => (await this.teams.get(actor, id))?.name },
    categoryId: { as: 'category', name: async (actor, id) => (await this.categories.get(actor, id))?.path },
  };

  constructor(
    private readonly persons: PersonQueries,
    private readonly teams: TeamQueries,
    private readonly categories: CategoryQueries,
  ) {}

  async changed(actor: Actor, own: BulkFields, changes: RecordedChanges): Promise<Told> {
    const told: Told = {};
    for (const field of ['priority', 'tags'] as const)
      if (changes[field] !== undefined) told[field] = { from: own[field], to: changes[field] };
    for (const field of ['assigneeId', 'teamId', 'categoryId'] as const) {
      const to = changes[field];
      if (to === undefined) continue;
      const naming = this.namings[field];
      told[naming.as] = { from: await named(actor, naming, own[field]), to: await named(actor, naming, to) };
    }
    return told;
  }
}

const named = async (actor: Actor, { name }: Naming, id: string | null) =>
  id === null ? null : { id, name: (await name(actor, id)) ?? '' };
