import { IsObject } from 'class-validator';
import { AttachmentResponse } from '../files/files.response.js';
import { Flag, Instant, Nested, NestedList, Nullable, OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { TicketLinkResponse } from '../tickets/tickets.response.js';
import { PersonResponse } from '../users/person.response.js';

/** What the reader may do with a message. */
export class MessageCapabilitiesResponse {
  @Flag()
  edit: boolean;

  @Flag()
  redact: boolean;
}

export class MessageResponse {
  @Uuid()
  id: string;

  /** Another ticket than the one written to when that one was merged, or final: then its new follow-up. */
  @Uuid()
  ticketId: string;

  /** The reader's own gap-free number of the timeline entry. */
  @Whole(1, 2_147_483_647)
  seq: number;

  @Flag()
  internal: boolean;

  /** Sanitized HTML; empty once redacted. */
  @Text(LIMITS.richTextMax * 2)
  body: string;

  /** The same as plain text. */
  @Text(LIMITS.richTextMax * 2)
  text: string;

  @Nested(() => PersonResponse)
  author: PersonResponse;

  @NestedList(() => AttachmentResponse)
  attachments: AttachmentResponse[];

  @Nullable()
  @Text(64)
  clientId: string | null;

  @Instant()
  createdAt: string;

  /** When its author last changed it. */
  @Nullable()
  @Instant()
  editedAt: string | null;

  /** Since when its text and files are gone for everybody. */
  @Nullable()
  @Instant()
  redactedAt: string | null;

  /** Null in what is pushed to several readers at once; `messageCapabilities` of the domain tells there. */
  @Nullable()
  @Nested(() => MessageCapabilitiesResponse)
  can: MessageCapabilitiesResponse | null;

  /** Set when the ticket written to has been merged: where the message is now, if its author may see that ticket. */
  @Nullable()
  @Nested(() => TicketLinkResponse)
  mergedInto: TicketLinkResponse | null;

  /** Set when this message opened a follow-up. */
  @Nullable()
  @Nested(() => TicketLinkResponse)
  followUp: TicketLinkResponse | null;
}

/** What a message said before it was edited. */
export class MessageVersionResponse {
  /** From 1, in order. The present text is the message itself. */
  @Whole(1, 2_147_483_647)
  version: number;

  @Text(LIMITS.richTextMax * 2)
  body: string;

  @Nested(() => PersonResponse)
  editedBy: PersonResponse;

  /** When this text was replaced. */
  @Instant()
  at: string;
}

export class MessageVersionsResponse {
  @NestedList(() => MessageVersionResponse)
  items: MessageVersionResponse[];
}

export class TicketReadResponse {
  /** The last number read so far: it never moves back. */
  @Whole(0, 2_147_483_647)
  seq: number;
}

export class MessageListResponse {
  @NestedList(() => MessageResponse)
  items: MessageResponse[];

  @Nullable()
  @Text(400)
  nextCursor: string | null;
}

export const ENTRY_KINDS = ['reply', 'note', 'system'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One entry of a ticket's timeline. */
export class TimelineEntryResponse {
  /** The event's id: stable, for dropping what one already has. */
  @Uuid()
  id: string;

  @Uuid()
  ticketId: string;

  @Whole(1, 2_147_483_647)
  seq: number;

  @OneOf(ENTRY_KINDS)
  kind: EntryKind;

  /** The event type, for example `ticket.status_changed`. */
  @Text(60)
  type: string;

  /** Null: the product itself. */
  @Nullable()
  @Nested(() => PersonResponse)
  actor: PersonResponse | null;

  @Instant()
  at: string;

  /** Present for replies and notes. */
  @Nullable()
  @Nested(() => MessageResponse)
  message: MessageResponse | null;

  /** What a system entry says; shapes in `conversation/timeline-data`. */
  @IsObject()
  data: Record<string, unknown>;
}

export class TimelineResponse {
  /** Ascending by `seq`. */
  @NestedList(() => TimelineEntryResponse)
  items: TimelineEntryResponse[];

  /** The ticket's last number for this reader. */
  @Whole(0, 2_147_483_647)
  lastSeq: number;

  @Flag()
  hasMore: boolean;
}
