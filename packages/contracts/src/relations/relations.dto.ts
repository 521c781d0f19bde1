import { Line, OneOf, Uuid } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { TicketParams } from '../http/params.js';

/** What the other ticket is to the one of the path. */
export const LINK_KINDS = ['related', 'parent', 'child'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export class LinkTicketDto {
  @Uuid()
  ticketId: string;

  @OneOf(LINK_KINDS)
  kind: LinkKind;
}

export class LinkParams extends TicketParams {
  @Uuid()
  otherId: string;
}

export class MergeTicketDto {
  /** The ticket that goes on. */
  @Uuid()
  intoId: string;
}

export class SplitTicketDto {
  /** Becomes the new ticket's description. */
  @Uuid()
  messageId: string;

  @Line(LIMITS.subjectMax, LIMITS.subjectMin)
  subject: string;
}
