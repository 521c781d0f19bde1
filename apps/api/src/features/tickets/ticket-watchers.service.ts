import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { PersonQueries } from '../users/person.queries.js';
import { type NewEntry, TicketRepository } from './ticket.repository.js';
import { TicketAccess, type TicketInHand } from './ticket-access.service.js';
import { TicketDetailQueries } from './ticket-detail.queries.js';

/** Whoever watches since a merge watches for good now. */
const ADD = `
INSERT INTO ticket_watchers (tenant_id, ticket_id, user_id) VALUES ($1, $2, $3)
ON CONFLICT (tenant_id, ticket_id, user_id) DO UPDATE SET joined = false WHERE ticket_watchers.joined RETURNING user_id`;
const REMOVE = `
WITH removed AS (
  DELETE FROM ticket_watchers WHERE tenant_id = $1 AND ticket_id = $2 AND user_id = $3 RETURNING user_id
)
SELECT user_id FROM removed`;

/** Following a ticket one is not otherwise part of. A watcher sees what the requester sees and gets the same mails. */
@Injectable()
export class TicketWatchersService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly repository: TicketRepository,
    private readonly details: TicketDetailQueries,
    private readonly persons: PersonQueries,
  ) {}

  add(actor: UserActor, ref: string, userId: string = actor.userId): Promise<TicketResponse> {
    return this.change(actor, ref, userId, ADD, 'ticket.watcher_added');
  }

  remove(actor: UserActor, ref: string, userId: string): Promise<TicketResponse> {
    return this.change(actor, ref, userId, REMOVE, 'ticket.watcher_removed');
  }

  private change(
    actor: UserActor,
    ref: string,
    userId: string,
    sql: string,
    type: 'ticket.watcher_added' | 'ticket.watcher_removed',
  ): Promise<TicketResponse> {
    return this.transaction.run(actor, async () => {
      const inHand = await this.access.lock(actor, ref);
      requireRight(actor, inHand, userId);
      const who = (await this.persons.byIds(actor, [userId])).get(userId);
      if (!who) throw notFound();
      const rows = await this.transaction.query(sql, [actor.tenantId, inHand.ticket.id, userId]);
      if (rows.length > 0) {
        const entry: NewEntry = { type, data: { who: { id: who.id, name: who.name } } };
        await this.repository.change(actor, inHand.ticket, {}, [entry]);
      }
      // Not `get`: whoever stops watching may lose sight of the ticket, and that is no failure.
      return this.details.describe(actor, await this.access.withSurroundings(actor, inHand.ticket));
    });
  }
}

/** Oneself always; others only by those who work on the ticket. */
function requireRight(actor: UserActor, { worksOnIt }: TicketInHand, userId: string): void {
  if (userId === actor.userId) return;
  if (!worksOnIt || !actor.permissions.has('ticket.addWatchers')) throw new AppError('access.forbidden');
}
