import type { MacroPreviewResponse } from '@baton/contracts/macros/macros.response';
import { fillMacro, firstNameOf, type MacroValues } from '@baton/domain/macros/macro-variables';
import type { UserActor } from '@baton/domain/permissions/actor';
import { formatTicketNumber } from '@baton/domain/tickets/ticket-number';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { notFound } from '../../platform/http/app-error.js';
import { TenantQueries } from '../tenants/tenant.queries.js';
import { TicketAccess, type TicketInHand } from '../tickets/ticket-access.service.js';
import { PersonQueries } from '../users/person.queries.js';
import { MacroRepository } from './macro.repository.js';

/** A macro as it reads on one ticket, and what it would change there. */
@Injectable()
export class MacroPreviewService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly macros: MacroRepository,
    private readonly persons: PersonQueries,
    private readonly tenants: TenantQueries,
  ) {}

  preview(actor: UserActor, ref: string, macroId: string): Promise<MacroPreviewResponse> {
    return this.transaction.run(actor, async () => {
      const inHand = await this.access.view(actor, ref);
      const macro = await this.macros.find(actor, macroId);
      if (!macro) throw notFound();
      const { assignee, ...changes } = macro.actions;
      const assigneeId = assignee === 'me' ? actor.userId : assignee;
      return {
        body: fillMacro(macro.bodyHtml, await this.values(actor, inHand)),
        internal: macro.internal,
        changes: assigneeId === undefined ? changes : { ...changes, assigneeId },
      };
    });
  }

  private async values(actor: UserActor, { ticket, prefix }: TicketInHand): Promise<MacroValues> {
    const people = await this.persons.byIds(actor, [ticket.requesterId, actor.userId]);
    const requester = people.get(ticket.requesterId)?.name ?? '';
    const me = people.get(actor.userId)?.name ?? '';
    return {
      'requester.name': requester,
      'requester.firstName': firstNameOf(requester),
      'ticket.number': formatTicketNumber(prefix, ticket.number),
      'ticket.subject': ticket.subject,
      'me.name': me,
      'me.firstName': firstNameOf(me),
      'organization.name': (await this.tenants.get(actor)).name,
    };
  }
}
