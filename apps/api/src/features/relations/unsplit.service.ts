import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { isFinal } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError } from '../../platform/http/app-error.js';
import { TicketAccess, type TicketInHand } from '../tickets/ticket-access.service.js';
import { TicketDetailQueries } from '../tickets/ticket-detail.queries.js';
import { TicketMergesQueries } from '../tickets/ticket-merges.queries.js';
import { TicketRecordService } from '../tickets/ticket-record.service.js';
import { LinkRepository } from './link.repository.js';
import { type Split, SplitRepository } from './split.repository.js';
import { refTo, TicketPairsService } from './ticket-pairs.service.js';

/** Takes a split back: the new ticket is withdrawn, as if it had never been asked for. */
@Injectable()
export class UnsplitService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly pairs: TicketPairsService,
    private readonly merges: TicketMergesQueries,
    private readonly repository: SplitRepository,
    private readonly links: LinkRepository,
    private readonly record: TicketRecordService,
    private readonly details: TicketDetailQueries,
  ) {}

  /** @throws ticket.not_split; ticket.split_touched {by}, {merged} or {status} */
  unsplit(actor: UserActor, ref: string): Promise<TicketResponse> {
    return this.transaction.run(actor, async () => {
      const { ticket } = await this.access.view(actor, ref);
      const split = await this.repository.find(actor, ticket.id);
      if (!split) throw new AppError('ticket.not_split');
      const [inHand, source] = await this.pairs.lock(actor, ticket.id, split.sourceId);
      await this.requireUntouched(actor, inHand, split);
      await this.repository.remove(actor, ticket.id);
      await this.links.remove(actor, source.ticket.id, ticket.id);
      await this.withdraw(actor, inHand);
      const data = { to: refTo(inHand) };
      await this.record.write(actor, source, {}, [{ type: 'ticket.unsplit', data, internal: true }]);
      return this.details.get(actor, ticket.id);
    });
  }

  private async requireUntouched(actor: UserActor, { ticket }: TicketInHand, split: Split): Promise<void> {
    if (isFinal(ticket.status)) throw new AppError('ticket.split_touched', { status: ticket.status });
    const by = await this.repository.others(actor, ticket.id, split.splitById);
    if (by.length > 0) throw new AppError('ticket.split_touched', { by });
    const merged = await this.merges.tree(actor, ticket.id);
    if (merged.length > 0) throw new AppError('ticket.split_touched', { merged: merged.map(({ id }) => id) });
  }

  private withdraw(actor: UserActor, inHand: TicketInHand): Promise<void> {
    const { status: from } = inHand.ticket;
    return this.record.write(actor, inHand, { status: 'withdrawn', closedAt: inHand.context.now }, [
      { type: 'ticket.status_changed', data: { from, to: 'withdrawn', because: 'unsplit' } },
    ]);
  }
}
