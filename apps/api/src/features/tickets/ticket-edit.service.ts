import type { UpdateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { Actor, UserActor } from '@baton/domain/permissions/actor';
import { decideEdit, type EditableField } from '@baton/domain/permissions/ticket-policy';
import { mergeFields } from '@baton/domain/tickets/field-merge';
import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError, enforce, notFound } from '../../platform/http/app-error.js';
import { toRichText } from '../../platform/rich-text/rich-text.js';
import { CategoryQueries } from '../categories/category.queries.js';
import type { TicketEntity } from './ticket.entity.js';
import { type NewEntry, TicketRepository } from './ticket.repository.js';
import { TicketAccess, type TicketInHand } from './ticket-access.service.js';
import { TicketDetailQueries } from './ticket-detail.queries.js';
import { TicketFieldValues } from './ticket-field-values.service.js';

type Editable = Pick<
  TicketEntity,
  | 'subject'
  | 'descriptionHtml'
  | 'descriptionText'
  | 'categoryId'
  | 'priority'
  | 'issueType'
  | 'callbackNumber'
  | 'tags'
>;
type Patch = Omit<UpdateTicketDto, 'version'>;
type EditedFields = Record<string, { from: unknown; to: unknown }>;

/** Editing a ticket's own fields. Two people editing different fields both succeed. */
@Injectable()
export class TicketEditService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly repository: TicketRepository,
    private readonly details: TicketDetailQueries,
    private readonly categories: CategoryQueries,
    private readonly values: TicketFieldValues,
  ) {}

  /** @param ifMatch the `If-Match` header, used when the body names no version */
  edit(
    actor: UserActor,
    ref: string,
    { version, ...patch }: UpdateTicketDto,
    ifMatch?: string,
  ): Promise<TicketResponse> {
    return this.transaction.run(actor, async () => {
      const inHand = await this.access.lock(actor, ref);
      const { ticket } = inHand;
      await this.editInHand(actor, inHand, patch, version ?? versionOf(ifMatch) ?? ticket.version);
      return this.details.describe(actor, inHand);
    });
  }

  /** The same for a ticket that is locked already, within the open transaction. */
  async editInHand(actor: Actor, inHand: TicketInHand, patch: Patch, base = inHand.ticket.version): Promise<void> {
    const { ticket, facts, context } = inHand;
    enforce(decideEdit(actor, facts, Object.keys(patch) as EditableField[], context));
    const { customFields, ...columns } = patch;
    const { changed, conflicts } = mergeFields<Editable>(ticket, columnsOf(columns), ticket.fieldVersions, base);
    const values = await this.values.merge(actor, ticket, customFields ?? {}, base);
    const stale = { ...named(conflicts), ...values.conflicts };
    if (Object.keys(stale).length > 0) throw new AppError('ticket.stale', stale);
    const entries = [...(await this.entryOf(actor, ticket, changed)), ...values.entries];
    if (entries.length > 0) await this.repository.change(actor, ticket, { ...changed, ...values.changed }, entries);
  }

  private async entryOf(actor: Actor, before: TicketEntity, changed: Partial<Editable>): Promise<NewEntry[]> {
    if (Object.keys(changed).length === 0) return [];
    const fields = await this.fieldsOf(actor, before, changed);
    const internal = Object.keys(fields).every((field) => field === 'tags');
    return [{ type: 'ticket.edited', data: { fields }, internal }];
  }

  /** What changed, in the words of the interface: no second copy of a long description, categories by name. */
  private async fieldsOf(actor: Actor, before: TicketEntity, changed: Partial<Editable>): Promise<EditedFields> {
    const fields: EditedFields = {};
    for (const key of Object.keys(changed) as (keyof Editable)[]) {
      if (key === 'descriptionHtml') continue;
      fields[key] = { from: before[key], to: changed[key] };
    }
    if (fields.descriptionText) {
      fields.description = fields.descriptionText;
      delete fields.descriptionText;
    }
    if ('categoryId' in changed) {
      delete fields.categoryId;
      fields.category = {
        from: await this.category(actor, before.categoryId, true),
        to: await this.category(actor, changed.categoryId ?? null, false),
      };
    }
    return fields;
  }

  private async category(actor: Actor, id: string | null, mayBeArchived: boolean) {
    if (id === null) return null;
    const category = await this.categories.get(actor, id);
    if (!category || (category.archived && !mayBeArchived)) throw notFound();
    return { id, name: category.path };
  }
}

function columnsOf({ description, ...fields }: Omit<Patch, 'customFields'>): Partial<Editable> {
  if (description === undefined) return fields;
  const { html, text } = toRichText(description);
  if (text === '') throw new AppError('request.invalid', { description: ['must say something'] });
  return { ...fields, descriptionHtml: html, descriptionText: text };
}

/** Conflicts under the names the caller used. */
function named(conflicts: Record<string, unknown>): Record<string, unknown> {
  const { descriptionHtml, descriptionText: _text, ...rest } = conflicts;
  return descriptionHtml === undefined ? rest : { ...rest, description: descriptionHtml };
}

/** `"7"` or `7` of an If-Match header; `*` means whichever version there is. @throws request.invalid */
function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const match = /^(?:W\/)?("?)(\d{1,9})\1$/.exec(ifMatch);
  if (!match) throw new AppError('request.invalid', { 'if-match': ['must be a version'] });
  return Number(match[2]);
}
