import type { TicketLinkResponse } from '@baton/contracts/tickets/tickets.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { canView, decideReply } from '@baton/domain/permissions/ticket-policy';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import { Injectable } from '@nestjs/common';
import { enforce } from '../../platform/http/app-error.js';
import { TicketAccess, type TicketInHand } from '../tickets/ticket-access.service.js';
import { TicketMergesQueries } from '../tickets/ticket-merges.queries.js';

/** Where a message goes. All are locked, and the same unless the ticket was merged. */
export interface Route {
  /** The ticket as the sender calls it: the sender's drafts are there. */
  named: TicketInHand;
  /** The ticket it is written to: the right to write comes from here, and after an un-merge it is here. */
  addressed: TicketInHand;
  /** The ticket it lands on: the end of the chain of merges. */
  inHand: TicketInHand;
  /** What to tell a sender whose message went elsewhere. */
  mergedInto: TicketLinkResponse | null;
}

/** Later replies follow a merge, however the ticket is called by whoever writes. */
@Injectable()
export class MessageRoutingService {
  constructor(
    private readonly access: TicketAccess,
    private readonly merges: TicketMergesQueries,
  ) {}

  /** @throws resource.not_found, access.forbidden */
  async route(actor: UserActor, ref: string, internal: boolean): Promise<Route> {
    const named = await this.access.lock(actor, ref);
    enforce(decideReply(actor, named.facts, internal, named.context));
    const addressed = named.facts.joinedIds.includes(actor.userId) ? await this.ownOf(actor, named) : named;
    const inHand = await this.access.lockEnd(actor, named);
    // A note needs its reader on the desk of the ticket it lands on too.
    if (internal && inHand !== named) enforce(decideReply(actor, inHand.facts, true, inHand.context));
    const isTold = inHand !== named && canView(actor, inHand.facts, inHand.context.actorTeamIds);
    return { named, addressed, inHand, mergedInto: isTold ? linkTo(inHand) : null };
  }

  /** Whose own request was merged into the ticket writes to that request: there it is theirs, also after an un-merge. */
  private async ownOf(actor: UserActor, named: TicketInHand): Promise<TicketInHand> {
    const { worksOnIt, ticket } = named;
    if (worksOnIt || ticket.requesterId === actor.userId || ticket.submittedById === actor.userId) return named;
    const tree = await this.merges.tree(actor, ticket.id);
    const own = tree.findLast(({ requesterId }) => requesterId === actor.userId);
    return own ? this.access.lockUnseen(actor, own.id) : named;
  }
}

function linkTo({ ticket, prefix }: TicketInHand): TicketLinkResponse {
  const { id, number, subject, status } = ticket;
  return { id, number: formatTicketNumber(prefix, number), subject, status };
}
