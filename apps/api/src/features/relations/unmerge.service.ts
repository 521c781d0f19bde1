import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { StatusAndTimes } from '@baton/domain/bulk-edits/field-changes';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError } from '../../platform/http/app-error.js';
import { MessageMovesService, type MovedEntries } from '../conversation/message-moves.service.js';
import { TicketAccess, type TicketInHand } from '../tickets/ticket-access.service.js';
import { TicketDetailQueries } from '../tickets/ticket-detail.queries.js';
import { TicketMergesQueries } from '../tickets/ticket-merges.queries.js';
import { type NewEntry, TicketRecordService } from '../tickets/ticket-record.service.js';
import { JoiningService } from './joining.service.js';
import { MergeRepository } from './merge.repository.js';
import { refTo, requireWorker } from './ticket-pairs.service.js';

/** Takes a merged ticket out again, from wherever its conversation has gone on. */
@Injectable()
export class UnmergeService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly merges: TicketMergesQueries,
    private readonly repository: MergeRepository,
    private readonly joining: JoiningService,
    private readonly moves: MessageMovesService,
    private readonly record: TicketRecordService,
    private readonly details: TicketDetailQueries,
  ) {}

  /** What was written to it comes back, also what came after the merge; what was written to the other ticket stays. */
  unmerge(actor: UserActor, ref: string): Promise<TicketResponse> {
    return this.transaction.run(actor, async () => {
      const source = await this.access.lock(actor, ref);
      requireWorker(source);
      const chain = await this.lockChain(actor, source);
      const end = chain.at(-1);
      if (!end) throw new AppError('ticket.not_merged');
      requireWorker(end);
      const below = await this.merges.tree(actor, source.ticket.id);
      const moved = await this.moves.move(actor, end, source, [source.ticket.id, ...below.map(({ id }) => id)]);
      const before = await this.repository.remove(actor, source.ticket.id);
      const leaving = [source.ticket.requesterId, ...below.map(({ requesterId }) => requesterId)];
      await this.revive(actor, source, end, before, moved);
      for (const left of chain) await this.leave(actor, source, left, leaving, left === end);
      return this.details.get(actor, source.ticket.id);
    });
  }

  /** From the ticket upwards, as replies lock them too. */
  private async lockChain(actor: UserActor, source: TicketInHand): Promise<TicketInHand[]> {
    const chain: TicketInHand[] = [];
    let next = source.facts.mergedIntoId;
    while (next !== null) {
      const inHand = await this.access.lockUnseen(actor, next);
      chain.push(inHand);
      next = inHand.facts.mergedIntoId;
    }
    return chain;
  }

  private async revive(
    actor: UserActor,
    source: TicketInHand,
    end: TicketInHand,
    before: StatusAndTimes,
    moved: MovedEntries,
  ): Promise<void> {
    const { status: from } = source.ticket;
    const { status: to } = before;
    const entries: NewEntry[] = [{ type: 'ticket.unmerged', data: { outOf: refTo(end) } }];
    if (from !== to) entries.push({ type: 'ticket.status_changed', data: { from, to, because: 'unmerged' } });
    const changes = { ...(await this.moves.replies(actor, source)), ...timesOf(before) };
    await this.record.write(actor, source, changes, [...entries, ...moved]);
  }

  private async leave(
    actor: UserActor,
    source: TicketInHand,
    left: TicketInHand,
    leaving: string[],
    hadMessages: boolean,
  ): Promise<void> {
    const staying = (await this.merges.tree(actor, left.ticket.id)).map(({ requesterId }) => requesterId);
    const gone = await this.joining.leave(actor, left, leaving, staying);
    const changes = hadMessages ? await this.moves.replies(actor, left) : {};
    await this.record.write(actor, left, changes, [
      { type: 'ticket.unmerged', data: { from: refTo(source) } },
      ...gone,
    ]);
  }
}

const at = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

const timesOf = ({ status, resolvedAt, closedAt }: StatusAndTimes) => ({
  status,
  resolvedAt: at(resolvedAt),
  closedAt: at(closedAt),
});
