import type { Actor } from '@baton/domain/permissions/actor';
import type { Escalation } from '@baton/domain/sla/policy';
import { PRIORITIES, priorityRank } from '@baton/domain/tickets/ticket-priority';
import { isFinal } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { TicketAccess } from '../tickets/ticket-access.service.js';
import { TicketAssignmentService } from '../tickets/ticket-assignment.service.js';
import { TicketEditService } from '../tickets/ticket-edit.service.js';

/** What a policy does to a ticket whose promise was broken, in the transaction that says so. */
@Injectable()
export class EscalationService {
  constructor(
    private readonly access: TicketAccess,
    private readonly edits: TicketEditService,
    private readonly assignment: TicketAssignmentService,
  ) {}

  async escalate(actor: Actor, ticketId: string, { raisePriority, reassign }: Escalation): Promise<void> {
    if (!raisePriority && !reassign) return;
    const inHand = await this.access.lockUnseen(actor, ticketId);
    const { ticket } = inHand;
    // Broken before it ended, and found out after: there is nothing left to hurry.
    if (ticket.status === 'resolved' || isFinal(ticket.status)) return;
    const priority = PRIORITIES[priorityRank(ticket.priority) + 1];
    if (raisePriority && priority) await this.edits.editInHand(actor, inHand, { priority });
    if (reassign && ticket.assigneeId !== null) await this.assignment.giveInHand(actor, inHand, null);
  }
}
