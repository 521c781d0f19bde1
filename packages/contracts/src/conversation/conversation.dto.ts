import { AsList } from '../http/as-list.js';
import { AsObject } from '../http/as-object.js';
import { Line, Nested, Optional, QueryFlag, QueryWhole, Text, Uuid, Uuids, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { TicketParams } from '../http/params.js';
import { TicketChangesDto } from '../tickets/ticket-changes.dto.js';

export class SendMessageDto {
  /** Rich text or plain text. May be empty only when files come with it. */
  @Optional()
  @Text(LIMITS.richTextMax)
  body?: string;

  /** A note for coordinators. Arrives as text in multipart. */
  @Optional()
  @QueryFlag()
  internal?: boolean;

  /** The sender's own id for this message: sending twice stores once. */
  @Optional()
  @Line(64)
  clientId?: string;

  /** The last timeline number the sender saw; refused with `conversation.moved_on` if a colleague replied since. */
  @Optional()
  @QueryWhole(0, 2_147_483_647)
  lastSeenSeq?: number;

  /** Files uploaded ahead through `POST /api/attachments`. */
  @Optional()
  @AsList()
  @Uuids(LIMITS.filesPerMessage)
  attachmentIds?: string[];

  /** Colleagues to call; who does not work on the ticket is refused: `conversation.mention_unsuitable`. Coordinators only. */
  @Optional()
  @AsList()
  @Uuids(LIMITS.mentionsMax)
  mentions?: string[];

  /** What the message changes on the ticket, all or nothing; JSON text in multipart. Coordinators only. */
  @Optional()
  @AsObject(() => TicketChangesDto)
  @Nested(() => TicketChangesDto)
  changes?: TicketChangesDto;

  /** The revision of the sender's draft that this message uses up; a newer one stays. */
  @Optional()
  @QueryWhole(1, Number.MAX_SAFE_INTEGER)
  draftRevision?: number;
}

export class EditMessageDto {
  /** Rich text or plain text; must say something. */
  @Text(LIMITS.richTextMax, 1)
  body: string;
}

export class RedactMessageDto {
  @Optional()
  @Line(LIMITS.reasonMax)
  reason?: string;
}

export class ReadTicketDto {
  /** The last number of the reader's timeline that was seen. */
  @Whole(0, 2_147_483_647)
  seq: number;
}

export class MessageParams extends TicketParams {
  @Uuid()
  messageId: string;
}

export class TimelineQuery {
  /** Only entries with a higher number; 0 or absent = from the start. */
  @Optional()
  @QueryWhole(0, 2_147_483_647)
  after?: number;

  /** Only entries with a lower number: the page before. */
  @Optional()
  @QueryWhole(1, 2_147_483_647)
  before?: number;

  @Optional()
  @QueryWhole(1, LIMITS.pageMax)
  limit?: number;
}
