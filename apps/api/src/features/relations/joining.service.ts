import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import type { TicketInHand } from '../tickets/ticket-access.service.js';
import type { NewEntry } from '../tickets/ticket-record.service.js';
import { PersonQueries } from '../users/person.queries.js';
import { MergeRepository } from './merge.repository.js';

/** People who follow their conversation to where it goes on, as watchers there. Each says so in an entry. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly repository: MergeRepository,
    private readonly persons: PersonQueries,
  ) {}

  async join(actor: UserActor, { ticket }: TicketInHand, requesterIds: readonly string[]): Promise<NewEntry[]> {
    const others = [...new Set(requesterIds)].filter((id) => id !== ticket.requesterId);
    return this.told(actor, 'ticket.watcher_added', await this.repository.join(actor, ticket.id, others));
  }

  /** @param staying requesters of what goes on here still */
  async leave(
    actor: UserActor,
    { ticket }: TicketInHand,
    requesterIds: readonly string[],
    staying: readonly string[],
  ): Promise<NewEntry[]> {
    const gone = await this.repository.leave(actor, ticket.id, requesterIds, staying);
    return this.told(actor, 'ticket.watcher_removed', gone);
  }

  private async told(
    actor: UserActor,
    type: 'ticket.watcher_added' | 'ticket.watcher_removed',
    ids: readonly string[],
  ): Promise<NewEntry[]> {
    const people = await this.persons.byIds(actor, ids);
    return ids.map((id) => ({ type, data: { who: { id, name: people.get(id)?.name ?? '' } } }));
  }
}
