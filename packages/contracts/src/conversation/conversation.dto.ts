import { AsList } from '../http/as-list.js';
import { Line, Optional, QueryFlag, QueryWhole, Text, Uuids } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

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
