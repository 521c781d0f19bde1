import type { TicketRef } from '@baton/contracts/conversation/timeline-data';
import type { UserActor } from '@baton/domain/permissions/actor';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/http/app-error.js';
import { TicketAccess, type TicketInHand } from '../tickets/ticket-access.service.js';

export const refTo = ({ ticket, prefix }: TicketInHand): TicketRef => ({
  id: ticket.id,
  number: formatTicketNumber(prefix, ticket.number),
});

/** @throws access.forbidden for whoever may see the ticket but not work on it */
export function requireWorker({ worksOnIt }: TicketInHand): void {
  if (!worksOnIt) throw new AppError('access.forbidden');
}

/** Two tickets in hand at once. */
@Injectable()
export class TicketPairsService {
  constructor(private readonly access: TicketAccess) {}

  /**
   * Both locked, always in the same order, so that two who want the same two tickets wait instead of clashing.
   * @throws resource.not_found, access.forbidden, ticket.same_ticket
   */
  async lock(actor: UserActor, ref: string, otherId: string): Promise<[TicketInHand, TicketInHand]> {
    const { ticket } = await this.access.view(actor, ref);
    if (ticket.id === otherId) throw new AppError('ticket.same_ticket');
    const [firstId, secondId] = [ticket.id, otherId].sort() as [string, string];
    const first = await this.access.lock(actor, firstId);
    const second = await this.access.lock(actor, secondId);
    requireWorker(first);
    requireWorker(second);
    return firstId === ticket.id ? [first, second] : [second, first];
  }
}
