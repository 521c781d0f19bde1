import type { DraftKind, SaveDraftDto } from '@baton/contracts/drafts/drafts.dto';
import type { DraftListResponse, DraftResponse } from '@baton/contracts/drafts/drafts.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { decideReply } from '@baton/domain/permissions/ticket-policy';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { enforce } from '../../platform/http/app-error.js';
import { toRichText } from '../../platform/rich-text/rich-text.js';
import { TicketAccess, type TicketInHand } from '../tickets/ticket-access.service.js';
import { DraftRepository } from './draft.repository.js';
import { presentDraft } from './drafts.presenter.js';

/** What somebody has begun to write: one's own only, and only where one may write. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly drafts: DraftRepository,
  ) {}

  list(actor: UserActor, ref: string): Promise<DraftListResponse> {
    return this.transaction.read(actor, async () => {
      const inHand = await this.access.view(actor, ref);
      const drafts = await this.drafts.ofTicket(actor, inHand.ticket.id);
      return { items: drafts.filter(({ kind }) => decide(actor, inHand, kind).allowed).map(presentDraft) };
    });
  }

  /** @returns what is kept, which is newer when another tab was faster */
  save(actor: UserActor, ref: string, kind: DraftKind, { body, revision }: SaveDraftDto): Promise<DraftResponse> {
    return this.transaction.run(actor, async () => {
      const inHand = await this.access.view(actor, ref);
      enforce(decide(actor, inHand, kind));
      const { html } = toRichText(body);
      return presentDraft(await this.drafts.save(actor, inHand.ticket.id, kind, html, revision));
    });
  }

  /** Within the transaction of the message that was made of it. */
  async useUp(actor: UserActor, ticketId: string, kind: DraftKind, revision: number): Promise<void> {
    await this.drafts.useUp(actor, ticketId, kind, revision);
  }
}

const decide = (actor: UserActor, { facts, context }: TicketInHand, kind: DraftKind) =>
  decideReply(actor, facts, kind === 'note', context);
