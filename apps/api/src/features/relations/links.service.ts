import type { LinkKind, LinkTicketDto } from '@baton/contracts/relations/relations.dto';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { decideParent } from '@baton/domain/relations/link-policy';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError, enforce, notFound } from '../../platform/http/app-error.js';
import type { TicketInHand } from '../tickets/ticket-access.service.js';
import { TicketDetailQueries } from '../tickets/ticket-detail.queries.js';
import { TicketRecordService } from '../tickets/ticket-record.service.js';
import { LinkRepository } from './link.repository.js';
import { refTo, TicketPairsService } from './ticket-pairs.service.js';

/** The same link, told on the other ticket. */
const SEEN_FROM_THERE: Record<LinkKind, LinkKind> = { related: 'related', parent: 'child', child: 'parent' };

/** Tickets that have to do with each other. Told to those who work on them only. */
@Injectable()
export class LinksService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pairs: TicketPairsService,
    private readonly repository: LinkRepository,
    private readonly record: TicketRecordService,
    private readonly details: TicketDetailQueries,
  ) {}

  link(actor: UserActor, ref: string, { ticketId, kind }: LinkTicketDto): Promise<TicketResponse> {
    return this.transaction.run(actor, async () => {
      const [one, other] = await this.pairs.lock(actor, ref, ticketId);
      if (kind === 'parent') await this.requireParent(actor, one, other);
      if (kind === 'child') await this.requireParent(actor, other, one);
      if (!(await this.repository.insert(actor, one.ticket.id, ticketId, kind)))
        throw new AppError('ticket.already_linked');
      await this.tell(actor, 'ticket.linked', one, other, kind);
      return this.details.get(actor, one.ticket.id);
    });
  }

  unlink(actor: UserActor, ref: string, otherId: string): Promise<TicketResponse> {
    return this.transaction.run(actor, async () => {
      const [one, other] = await this.pairs.lock(actor, ref, otherId);
      const kind = await this.repository.remove(actor, one.ticket.id, otherId);
      if (kind === null) throw notFound();
      await this.tell(actor, 'ticket.unlinked', one, other, kind);
      return this.details.get(actor, one.ticket.id);
    });
  }

  private async requireParent(actor: UserActor, child: TicketInHand, parent: TicketInHand): Promise<void> {
    await this.repository.lockParents(actor);
    const [childId, parentId] = [child.ticket.id, parent.ticket.id];
    const currentParentId = (await this.repository.ancestors(actor, childId))[0] ?? null;
    // The same link again says so by its own name.
    if (currentParentId === parentId) throw new AppError('ticket.already_linked');
    const ancestorIds = await this.repository.ancestors(actor, parentId);
    const levelsBelow = await this.repository.levelsBelow(actor, childId);
    enforce(decideParent({ childId, parentId, currentParentId, ancestorIds, levelsBelow }));
  }

  private async tell(
    actor: UserActor,
    type: 'ticket.linked' | 'ticket.unlinked',
    one: TicketInHand,
    other: TicketInHand,
    kind: LinkKind,
  ): Promise<void> {
    const there = SEEN_FROM_THERE[kind];
    await this.record.write(actor, one, {}, [{ type, data: { kind, other: refTo(other) }, internal: true }]);
    await this.record.write(actor, other, {}, [{ type, data: { kind: there, other: refTo(one) }, internal: true }]);
  }
}
