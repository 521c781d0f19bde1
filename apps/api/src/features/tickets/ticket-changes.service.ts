import { LIMITS } from '@baton/contracts/http/limits';
import type { TicketChangesDto } from '@baton/contracts/tickets/ticket-changes.dto';
import type { UpdateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/http/app-error.js';
import type { TicketInHand } from './ticket-access.service.js';
import { TicketAssignmentService } from './ticket-assignment.service.js';
import { TicketEditService } from './ticket-edit.service.js';
import { TicketStatusService } from './ticket-status.service.js';

/** Several changes at once, each by the same rules as alone; one that is refused refuses all. */
@Injectable()
export class TicketChangesService {
  constructor(
    private readonly edits: TicketEditService,
    private readonly assignment: TicketAssignmentService,
    private readonly status: TicketStatusService,
  ) {}

  /**
   * Within the open transaction; the ticket is locked. The status comes last, so that handing over decides nothing
   * about it; rights are those at the beginning, also when the ticket leaves for a restricted team.
   * @throws access.forbidden for those who do not work on the ticket, and whatever the single changes throw
   */
  async applyInHand(actor: UserActor, inHand: TicketInHand, changes: TicketChangesDto): Promise<void> {
    if (!inHand.worksOnIt) throw new AppError('access.forbidden');
    const { assigneeId, teamId, status } = changes;
    const patch = patchOf(changes, inHand.ticket.tags);
    if (Object.keys(patch).length > 0) await this.edits.editInHand(actor, inHand, patch);
    if (assigneeId !== undefined || teamId !== undefined)
      await this.assignment.assignInHand(actor, inHand, { assigneeId, teamId });
    if (status !== undefined && status !== inHand.ticket.status)
      await this.status.moveInHand(actor, inHand, status, {});
  }
}

function patchOf({ priority, categoryId, addTags, removeTags }: TicketChangesDto, tags: string[]): UpdateTicketDto {
  const patch: UpdateTicketDto = {};
  if (priority !== undefined) patch.priority = priority;
  if (categoryId !== undefined) patch.categoryId = categoryId;
  if (addTags || removeTags) patch.tags = tagsAfter(tags, addTags, removeTags);
  return patch;
}

/** @throws request.invalid when there would be too many */
function tagsAfter(tags: string[], added: string[] = [], removed: string[] = []): string[] {
  const result = [...new Set([...tags, ...added])].filter((tag) => !removed.includes(tag));
  const max = LIMITS.tagsMax;
  if (result.length > max) throw new AppError('request.invalid', { addTags: [`a ticket has at most ${max} tags`] });
  return result;
}
