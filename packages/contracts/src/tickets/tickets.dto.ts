import type { FieldValue } from '@baton/domain/custom-fields/custom-field';
import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import { STATUSES, type TicketStatus } from '@baton/domain/tickets/ticket-status';
import { AsList } from '../http/as-list.js';
import {
  Cursor,
  FieldValues,
  Instant,
  Line,
  Nullable,
  OneOf,
  Optional,
  Phone,
  QueryFlag,
  QueryIds,
  QueryWhole,
  Tags,
  Text,
  Uuid,
  Uuids,
  Whole,
} from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { TicketFilters } from './ticket-filters.dto.js';
import { TICKET_SORTS, type TicketSort } from './ticket-sorts.js';

export const CHANNELS = ['web', 'email', 'api', 'chat'] as const;
export type Channel = (typeof CHANNELS)[number];

export class CreateTicketDto {
  @Line(LIMITS.subjectMax, LIMITS.subjectMin)
  subject: string;

  /** Rich text (a small subset of HTML) or plain text. */
  @Text(LIMITS.richTextMax, 1)
  description: string;

  @Nullable()
  @Uuid()
  categoryId?: string | null;

  @Optional()
  @OneOf(PRIORITIES)
  priority?: Priority;

  @Nullable()
  @Line(LIMITS.nameMax)
  issueType?: string | null;

  @Nullable()
  @Phone()
  callbackNumber?: string | null;

  /** Coordinators hand in for somebody else, who becomes the requester. */
  @Optional()
  @Uuid()
  onBehalfOfId?: string;

  /** Coordinators only. */
  @Optional()
  @AsList()
  @Tags()
  tags?: string[];

  /** Files uploaded ahead through `POST /api/attachments`. */
  @Optional()
  @AsList()
  @Uuids(LIMITS.filesPerMessage)
  attachmentIds?: string[];
}

export class UpdateTicketDto {
  /** The version the edit was made against; `If-Match` serves as well. */
  @Optional()
  @Whole(1, 2_147_483_647)
  version?: number;

  @Optional()
  @Line(LIMITS.subjectMax, LIMITS.subjectMin)
  subject?: string;

  @Optional()
  @Text(LIMITS.richTextMax, 1)
  description?: string;

  @Nullable()
  @Uuid()
  categoryId?: string | null;

  @Optional()
  @OneOf(PRIORITIES)
  priority?: Priority;

  @Nullable()
  @Line(LIMITS.nameMax)
  issueType?: string | null;

  @Nullable()
  @Phone()
  callbackNumber?: string | null;

  @Optional()
  @Tags()
  tags?: string[];

  /** Values of the organization's own fields by field id; the others stay, null empties one. Coordinators only. */
  @Optional()
  @FieldValues()
  customFields?: Record<string, FieldValue | null>;
}

export class AssignTicketDto {
  /** Null returns the ticket to the pool; absent, whoever holds it keeps it. */
  @Nullable()
  @Uuid()
  assigneeId?: string | null;

  /** Moves the ticket to a team as well; null takes it out of its team. */
  @Nullable()
  @Uuid()
  teamId?: string | null;
}

export class ChangeStatusDto {
  @OneOf(STATUSES)
  status: TicketStatus;

  @Optional()
  @Line(LIMITS.reasonMax)
  reason?: string;
}

export class ReasonDto {
  @Optional()
  @Line(LIMITS.reasonMax)
  reason?: string;
}

export class AddWatcherDto {
  /** Absent: I watch the ticket myself. */
  @Optional()
  @Uuid()
  userId?: string;
}

export class ListTicketsQuery extends TicketFilters {
  @Optional()
  @QueryWhole(1, LIMITS.pageMax)
  limit?: number;

  @Optional()
  @Cursor()
  cursor?: string;

  @Optional()
  @OneOf(TICKET_SORTS)
  sort?: TicketSort;

  /** Exactly these, as far as I see them and they match. */
  @Optional()
  @QueryIds()
  ids?: string[];

  /** Tickets that were neither resolved, closed nor withdrawn at this instant. */
  @Optional()
  @Instant()
  openAt?: string;

  /** Also say how many there are in all, which takes longer the more there are. */
  @Optional()
  @QueryFlag()
  count?: boolean;
}
