import type { Named } from '@baton/contracts/conversation/timeline-data';
import type { BulkFields } from '@baton/domain/bulk-edits/field-changes';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { CategoryQueries } from '../categories/category.queries.js';
import { TeamQueries } from '../teams/team.queries.js';
import type { RecordedChanges } from '../tickets/ticket-record.service.js';
import { PersonQueries } from '../users/person.queries.js';

type Told = Record<string, { from: unknown; to: unknown }>;

type NameOf = (actor: Actor, id: string) => Promise<string | undefined>;

/** What an undo says of itself: values by the names of this moment. */
@Injectable()
export class RestoredNamesQueries {
  private readonly person: NameOf = async (actor, id) => (await this.persons.byIds(actor, [id])).get(id)?.name;
  private readonly category: NameOf = async (actor, id) => (await this.categories.get(actor, id))?.path;
  private readonly teamName: NameOf = async (actor, id) => (await this.teams.get(actor, id))?.name;

  constructor(
    private readonly persons: PersonQueries,
    private readonly teams: TeamQueries,
    private readonly categories: CategoryQueries,
  ) {}

  /** Everything but the status and the team, which have entries of their own. */
  async fields(actor: Actor, own: BulkFields, changes: RecordedChanges): Promise<Told> {
    const { priority, tags, assigneeId, categoryId } = changes;
    return {
      ...(priority && { priority: { from: own.priority, to: priority } }),
      ...(tags && { tags: { from: own.tags, to: tags } }),
      ...(assigneeId !== undefined && { assignee: await both(actor, this.person, own.assigneeId, assigneeId) }),
      ...(categoryId !== undefined && { category: await both(actor, this.category, own.categoryId, categoryId) }),
    };
  }

  team(actor: Actor, own: BulkFields, teamId: string | null): Promise<{ from: Named | null; to: Named | null }> {
    return both(actor, this.teamName, own.teamId, teamId);
  }
}

async function both(actor: Actor, nameOf: NameOf, from: string | null, to: string | null) {
  return { from: await named(actor, nameOf, from), to: await named(actor, nameOf, to) };
}

const named = async (actor: Actor, nameOf: NameOf, id: string | null): Promise<Named | null> =>
  id === null ? null : { id, name: (await nameOf(actor, id)) ?? '' };
