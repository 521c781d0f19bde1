import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { StatusAndTimes } from '@baton/domain/bulk-edits/field-changes';
import type { UserActor } from '@baton/domain/permissions/actor';
import { decideMerge } from '@baton/domain/relations/merge-policy';
import { isFinal } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { enforce } from '../../platform/http/app-error.js';
import { MessageMovesService } from '../conversation/message-moves.service.js';
import type { TicketInHand } from '../tickets/ticket-access.service.js';
import { TicketDetailQueries } from '../tickets/ticket-detail.queries.js';
import { TicketMergesQueries } from '../tickets/ticket-merges.queries.js';
import { type NewEntry, TicketRecordService } from '../tickets/ticket-record.service.js';
import { JoiningService } from './joining.service.js';
import { MergeRepository } from './merge.repository.js';
import { refTo, TicketPairsService } from './ticket-pairs.service.js';

/** Makes two conversations one. */
@Injectable()
export class MergeService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pairs: TicketPairsService,
    private readonly merges: TicketMergesQueries,
    private readonly repository: MergeRepository,
    private readonly joining: JoiningService,
    private readonly moves: MessageMovesService,
    private readonly record: TicketRecordService,
    private readonly details: TicketDetailQueries,
  ) {}

  /** The merged ticket ends; its messages live on the other one, and so will what is written to it from now on. */
  merge(actor: UserActor, ref: string, intoId: string): Promise<TicketResponse> {
    return this.transaction.run(actor, async () => {
      const [source, target] = await this.pairs.lock(actor, ref, intoId);
      const chain = await this.merges.chain(actor, target.ticket.id);
      enforce(decideMerge(factsOf(source), factsOf(target), chain));
      const joined = await this.bringAlong(actor, source, target);
      await this.repository.insert(actor, source.ticket.id, target.ticket.id, statusOf(source));
      const moved = await this.moves.move(actor, source, target, null);
      await this.end(actor, source, target);
      await this.record.write(actor, target, await this.moves.lastReply(actor, target), [
        { type: 'ticket.merged', data: { from: refTo(source) } },
        ...joined,
        ...moved,
      ]);
      return this.details.get(actor, target.ticket.id);
    });
  }

  /** Whoever asked there, or in what was merged there before, follows here. */
  private async bringAlong(actor: UserActor, source: TicketInHand, target: TicketInHand): Promise<NewEntry[]> {
    const before = await this.merges.tree(actor, source.ticket.id);
    const requesters = before.map(({ requesterId }) => requesterId);
    return this.joining.join(actor, target, [source.ticket.requesterId, ...requesters]);
  }

  private async end(actor: UserActor, source: TicketInHand, target: TicketInHand): Promise<void> {
    const { status: from } = source.ticket;
    const entries: NewEntry[] = [{ type: 'ticket.merged', data: { into: refTo(target) } }];
    const changes = await this.moves.lastReply(actor, source);
    if (!isFinal(from)) {
      entries.push({ type: 'ticket.status_changed', data: { from, to: 'closed', because: 'merged' } });
      Object.assign(changes, { status: 'closed', closedAt: source.context.now });
    }
    await this.record.write(actor, source, changes, entries);
  }
}

const factsOf = ({ ticket, facts }: TicketInHand) => ({
  id: ticket.id,
  status: ticket.status,
  mergedIntoId: facts.mergedIntoId,
});

const statusOf = ({ ticket }: TicketInHand): StatusAndTimes => ({
  status: ticket.status,
  resolvedAt: ticket.resolvedAt?.toISOString() ?? null,
  closedAt: ticket.closedAt?.toISOString() ?? null,
});
