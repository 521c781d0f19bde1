import type { TimelineData } from '@baton/contracts/conversation/timeline-data';
import type { Channel, CreateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import type { UserActor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { toRichText } from '../../platform/rich-text/rich-text.js';
import type { StoredFile } from '../../platform/storage/file-intake.js';
import { CategoryQueries } from '../categories/category.queries.js';
import { UploadsService } from '../files/uploads.service.js';
import { NumberingService } from '../tenants/numbering.service.js';
import { PersonQueries } from '../users/person.queries.js';
import type { TicketEntity } from './ticket.entity.js';
import { TicketRepository } from './ticket.repository.js';
import { TicketAccess, type TicketInHand } from './ticket-access.service.js';
import { TicketDetailQueries } from './ticket-detail.queries.js';

/** Where a new ticket comes from, beside the words of its form. */
interface Origin {
  channel: Channel;
  followUpOf?: Predecessor;
  splitFrom?: Predecessor;
}

/** A ticket that lacks only its number, and what its first entry says. */
interface Draft {
  inHand: TicketInHand;
  data: TimelineData['ticket.created'];
}

/** The ticket a new one continues or comes out of. */
export interface Predecessor {
  id: string;
  number: string;
  teamId: string | null;
  categoryId: string | null;
  requesterId: string;
}

/** Asking for help. */
@Injectable()
export class TicketCreationService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly access: TicketAccess,
    private readonly repository: TicketRepository,
    private readonly details: TicketDetailQueries,
    private readonly numbering: NumberingService,
    private readonly categories: CategoryQueries,
    private readonly uploads: UploadsService,
    private readonly persons: PersonQueries,
    private readonly clock: Clock,
  ) {}

  create(
    actor: UserActor,
    dto: CreateTicketDto,
    files: readonly StoredFile[],
    channel: Channel,
  ): Promise<TicketResponse> {
    return this.transaction.run(actor, async () => {
      requireRights(actor, dto);
      const draft = await this.prepare(actor, dto, { channel });
      await this.write(actor, draft, dto, files);
      return this.details.describe(actor, draft.inHand);
    });
  }

  /** Creates the ticket within the open transaction. */
  async open(
    actor: UserActor,
    dto: CreateTicketDto,
    files: readonly StoredFile[],
    origin: Origin,
  ): Promise<TicketEntity> {
    const draft = await this.prepare(actor, dto, origin);
    await this.write(actor, draft, dto, files);
    return draft.inHand.ticket;
  }

  /** Everything but its number. */
  private async prepare(actor: UserActor, dto: CreateTicketDto, origin: Origin): Promise<Draft> {
    const category = dto.categoryId ? await this.categories.get(actor, dto.categoryId) : null;
    if (dto.categoryId && (!category || category.archived)) throw notFound();
    const before = origin.followUpOf ?? origin.splitFrom;
    const description = toRichText(dto.description);
    if (description.text === '') throw new AppError('request.invalid', { description: ['must say something'] });
    const teamId = category?.teamId ?? before?.teamId ?? null;
    const requesterId = dto.onBehalfOfId ?? before?.requesterId ?? actor.userId;
    const ticket = { ...blank(actor, this.clock.now()), ...fieldsOf(dto), teamId, requesterId };
    ticket.descriptionHtml = description.html;
    ticket.descriptionText = description.text;
    ticket.channel = origin.channel;
    ticket.followUpOfId = origin.followUpOf?.id ?? null;
    ticket.categoryId ??= before?.categoryId ?? null;
    const [requester, inHand] = await Promise.all([
      this.requester(actor, requesterId),
      this.access.ahead(actor, ticket),
    ]);
    return { inHand, data: createdData(actor, requester, origin) };
  }

  /** Last, because from here on other new tickets of the tenant wait for this transaction. */
  private async write(
    actor: UserActor,
    { inHand: { ticket }, data }: Draft,
    { attachmentIds = [] }: CreateTicketDto,
    files: readonly StoredFile[],
  ): Promise<void> {
    ticket.number = await this.numbering.nextTicketNumber(actor);
    await this.repository.insert(actor, ticket, [{ type: 'ticket.created', data }]);
    await this.uploads.attach(actor, { ticketId: ticket.id, messageId: null }, attachmentIds, files);
  }

  private async requester(actor: UserActor, id: string): Promise<{ id: string; name: string }> {
    const person = (await this.persons.byIds(actor, [id])).get(id);
    if (!person) throw notFound();
    return person;
  }
}

function requireRights(actor: UserActor, dto: CreateTicketDto): void {
  if (dto.onBehalfOfId && dto.onBehalfOfId !== actor.userId && !actor.permissions.has('ticket.createOnBehalf'))
    throw new AppError('access.forbidden', { fields: ['onBehalfOfId'] });
  if (dto.tags?.length && !actor.permissions.has('ticket.triage'))
    throw new AppError('access.forbidden', { fields: ['tags'] });
}

const fieldsOf = (dto: CreateTicketDto) => ({
  subject: dto.subject,
  categoryId: dto.categoryId ?? null,
  priority: dto.priority ?? ('medium' as const),
  issueType: dto.issueType ?? null,
  callbackNumber: dto.callbackNumber ?? null,
  tags: dto.tags ?? [],
});

function createdData(
  actor: UserActor,
  requester: { id: string; name: string },
  { followUpOf, splitFrom }: Origin,
): TimelineData['ticket.created'] {
  return {
    ...(requester.id === actor.userId ? {} : { onBehalfOf: { id: requester.id, name: requester.name } }),
    ...(followUpOf ? { followUpOf: { id: followUpOf.id, number: followUpOf.number } } : {}),
    ...(splitFrom ? { splitFrom: { id: splitFrom.id, number: splitFrom.number } } : {}),
  };
}

/** A ticket on which nothing has happened yet. */
const blank = (actor: UserActor, now: Date): TicketEntity => ({
  tenantId: actor.tenantId,
  id: newId(),
  number: 0,
  subject: '',
  descriptionHtml: '',
  descriptionText: '',
  categoryId: null,
  issueType: null,
  priority: 'medium',
  status: 'new',
  requesterId: actor.userId,
  submittedById: actor.userId,
  callbackNumber: null,
  teamId: null,
  assigneeId: null,
  tags: [],
  channel: 'web',
  followUpOfId: null,
  version: 1,
  customFields: {},
  fieldVersions: {},
  lastSeq: 0,
  lastPublicSeq: 0,
  lastReplyById: null,
  lastReplyAt: null,
  createdAt: now,
  updatedAt: now,
  publicUpdatedAt: now,
  firstRespondedAt: null,
  resolvedAt: null,
  closedAt: null,
  dueAt: null,
  overdue: false,
  sla: null,
});
