import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { Actor } from '@baton/domain/permissions/actor';
import { capabilities } from '@baton/domain/permissions/ticket-policy';
import { reopenDeadline } from '@baton/domain/tickets/ticket-status';
import { Injectable } from '@nestjs/common';
import { SqlParameters } from '../../platform/database/sql-parameters.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { notFound } from '../../platform/http/app-error.js';
import { AttachmentQueries } from '../files/attachment.queries.js';
import { PersonQueries } from '../users/person.queries.js';
import { presentSummary, type SummaryRow } from './ticket.presenter.js';
import { TicketAccess, type TicketInHand } from './ticket-access.service.js';
import { lastReadBy } from './ticket-reading.queries.js';
import { TicketRelationsQueries } from './ticket-relations.queries.js';
import { SUMMARY_JOINS, summaryColumns } from './ticket-summary.queries.js';

type DetailRow = SummaryRow & { lastReadSeq: number };

/** One ticket with all that its page shows beside the conversation. */
@Injectable()
export class TicketDetailQueries {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly persons: PersonQueries,
    private readonly attachments: AttachmentQueries,
    private readonly relations: TicketRelationsQueries,
  ) {}

  get(actor: Actor, ref: string): Promise<TicketResponse> {
    return this.transaction.read(actor, async () => this.describe(actor, await this.access.view(actor, ref)));
  }

  /** A ticket in hand, within the open transaction. The caller has checked that the actor may be told of it. */
  async describe(actor: Actor, inHand: TicketInHand): Promise<TicketResponse> {
    const { ticket, facts, context, worksOnIt } = inHand;
    // Asked all at once: none needs the answer of another.
    const [row, people, attachments, relations] = await Promise.all([
      this.row(actor, inHand),
      this.persons.byIds(actor, [ticket.submittedById, ...facts.watcherIds]),
      this.attachments.ofDescription(actor, ticket.id),
      this.relations.of(actor, inHand),
    ]);
    const person = (id: string) => people.get(id) ?? presentSummary(row).requester;
    const reopenUntil = ticket.resolvedAt && reopenDeadline(ticket.resolvedAt, context.reopenWindowDays);
    return {
      ...presentSummary(row),
      description: ticket.descriptionHtml,
      issueType: ticket.issueType,
      callbackNumber: ticket.callbackNumber,
      channel: ticket.channel,
      submittedBy: person(ticket.submittedById),
      watchers: facts.watcherIds.flatMap((id) => people.get(id) ?? []),
      attachments,
      ...relations,
      firstRespondedAt: ticket.firstRespondedAt?.toISOString() ?? null,
      resolvedAt: ticket.resolvedAt?.toISOString() ?? null,
      reopenUntil: ticket.status === 'resolved' ? (reopenUntil?.toISOString() ?? null) : null,
      closedAt: ticket.closedAt?.toISOString() ?? null,
      lastSeq: worksOnIt ? ticket.lastSeq : ticket.lastPublicSeq,
      lastReadSeq: row.lastReadSeq,
      customFields: worksOnIt ? ticket.customFields : {},
      can: capabilities(actor, facts, context),
    };
  }

  private async row(actor: Actor, { ticket, worksOnIt }: TicketInHand): Promise<DetailRow> {
    const parameters = new SqlParameters();
    const [row] = await this.transaction.query<DetailRow>(
      `SELECT ${summaryColumns(actor, parameters)}, ${lastReadBy(actor, worksOnIt, parameters)} AS "lastReadSeq"
       FROM tickets t ${SUMMARY_JOINS}
       WHERE t.tenant_id = ${parameters.add(actor.tenantId)} AND t.id = ${parameters.add(ticket.id)}`,
      parameters.values,
    );
    if (!row) throw notFound();
    return row;
  }
}
