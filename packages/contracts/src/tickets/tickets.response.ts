import type { FieldValue } from '@baton/domain/custom-fields/custom-field';
import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import { STATUSES, type TicketStatus } from '@baton/domain/tickets/ticket-status';
import { IsArray, IsIn } from 'class-validator';
import { AttachmentResponse } from '../files/files.response.js';
import {
  FieldValues,
  Flag,
  Instant,
  Line,
  Lines,
  Nested,
  NestedList,
  Nullable,
  OneOf,
  Text,
  Uuid,
  Whole,
} from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { PersonResponse } from '../users/person.response.js';
import { TicketSlaResponse } from './ticket-sla.response.js';
import { CHANNELS, type Channel } from './tickets.dto.js';

/** A team or category as named on a ticket. */
export class NamedResponse {
  @Uuid()
  id: string;

  @Text(1000)
  name: string;
}

/** A ticket as a row of a list. */
export class TicketSummaryResponse {
  @Uuid()
  id: string;

  /** As people say it: `ACME-1042`. */
  @Text(30)
  number: string;

  @Line(LIMITS.subjectMax)
  subject: string;

  @OneOf(STATUSES)
  status: TicketStatus;

  @OneOf(PRIORITIES)
  priority: Priority;

  @Nested(() => PersonResponse)
  requester: PersonResponse;

  @Nullable()
  @Nested(() => PersonResponse)
  assignee: PersonResponse | null;

  @Nullable()
  @Nested(() => NamedResponse)
  team: NamedResponse | null;

  /** `name` is the path from the root. */
  @Nullable()
  @Nested(() => NamedResponse)
  category: NamedResponse | null;

  @Uuid()
  requesterId: string;

  @Nullable()
  @Uuid()
  assigneeId: string | null;

  @Nullable()
  @Uuid()
  teamId: string | null;

  @Nullable()
  @Uuid()
  categoryId: string | null;

  @Lines(LIMITS.tagsMax, LIMITS.tagMax)
  tags: string[];

  @Whole(1, 2_147_483_647)
  version: number;

  /** The last public entry that was somebody's message; null before the first reply. */
  @Nullable()
  @Nested(() => PersonResponse)
  lastReplyBy: PersonResponse | null;

  @Nullable()
  @Instant()
  lastReplyAt: string | null;

  /** Somebody else wrote, in what the reader may see, after what the reader has read. */
  @Flag()
  unread: boolean;

  /** Null without a promise that is open, and for those who do not work on tickets. */
  @Nullable()
  @Nested(() => TicketSlaResponse)
  sla: TicketSlaResponse | null;

  /** A promise is broken and not made good yet; false for those who do not work on tickets. */
  @Flag()
  overdue: boolean;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class TicketListResponse {
  @NestedList(() => TicketSummaryResponse)
  items: TicketSummaryResponse[];

  @Nullable()
  @Text(400)
  nextCursor: string | null;

  /** Exact; only when asked for with `count=true`. */
  @Nullable()
  @Whole(0, Number.MAX_SAFE_INTEGER)
  total: number | null;
}

/** What the reader may do with the ticket now. */
export class TicketCapabilitiesResponse {
  @Flag()
  reply: boolean;

  @Flag()
  note: boolean;

  @Flag()
  claim: boolean;

  @Flag()
  assign: boolean;

  @Flag()
  edit: boolean;

  @Flag()
  triage: boolean;

  @Flag()
  withdraw: boolean;

  @Flag()
  close: boolean;

  @Flag()
  reopen: boolean;

  @Flag()
  addWatchers: boolean;

  /** Link, merge, split. */
  @Flag()
  relate: boolean;

  @Flag()
  unmerge: boolean;

  @IsArray()
  @IsIn([...STATUSES], { each: true })
  moves: TicketStatus[];
}

/** A link to another ticket of the same conversation. */
export class TicketLinkResponse {
  @Uuid()
  id: string;

  @Text(30)
  number: string;

  @Line(LIMITS.subjectMax)
  subject: string;

  @OneOf(STATUSES)
  status: TicketStatus;
}

export class TicketResponse extends TicketSummaryResponse {
  /** Sanitized HTML. */
  @Text(LIMITS.richTextMax * 2)
  description: string;

  @Nullable()
  @Line(LIMITS.nameMax)
  issueType: string | null;

  @Nullable()
  @Text(LIMITS.phoneMax)
  callbackNumber: string | null;

  @OneOf(CHANNELS)
  channel: Channel;

  /** Who handed it in: the requester, or somebody on their behalf. */
  @Nested(() => PersonResponse)
  submittedBy: PersonResponse;

  @NestedList(() => PersonResponse)
  watchers: PersonResponse[];

  /** Files handed in with the description. */
  @NestedList(() => AttachmentResponse)
  attachments: AttachmentResponse[];

  @Nullable()
  @Nested(() => TicketLinkResponse)
  followUpOf: TicketLinkResponse | null;

  @NestedList(() => TicketLinkResponse)
  followUps: TicketLinkResponse[];

  /** Parent, children and related tickets are told to those who work on the ticket. */
  @Nullable()
  @Nested(() => TicketLinkResponse)
  parent: TicketLinkResponse | null;

  @NestedList(() => TicketLinkResponse)
  children: TicketLinkResponse[];

  @NestedList(() => TicketLinkResponse)
  related: TicketLinkResponse[];

  /** Where the conversation goes on. */
  @Nullable()
  @Nested(() => TicketLinkResponse)
  mergedInto: TicketLinkResponse | null;

  @NestedList(() => TicketLinkResponse)
  mergedFrom: TicketLinkResponse[];

  /** The ticket one of whose messages became this one. */
  @Nullable()
  @Nested(() => TicketLinkResponse)
  splitFrom: TicketLinkResponse | null;

  /** Only for coordinators: what else the requester asked lately. */
  @NestedList(() => TicketLinkResponse)
  requesterHistory: TicketLinkResponse[];

  @Nullable()
  @Instant()
  firstRespondedAt: string | null;

  @Nullable()
  @Instant()
  resolvedAt: string | null;

  /** Until when a resolved ticket can be reopened. */
  @Nullable()
  @Instant()
  reopenUntil: string | null;

  @Nullable()
  @Instant()
  closedAt: string | null;

  /** The reader's own last timeline number: employees count public entries only. */
  @Whole(0, 2_147_483_647)
  lastSeq: number;

  /** Up to where the reader has read, in the same numbering; 0 before the first look. */
  @Whole(0, 2_147_483_647)
  lastReadSeq: number;

  /** Values of the organization's own fields by field id; for those who work on tickets, empty for others. */
  @FieldValues()
  customFields: Record<string, FieldValue>;

  @Nested(() => TicketCapabilitiesResponse)
  can: TicketCapabilitiesResponse;
}
