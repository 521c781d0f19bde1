import { OneOf, Text, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { TicketParams } from '../http/params.js';

export const DRAFT_KINDS = ['reply', 'note'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

export class DraftParams extends TicketParams {
  @OneOf(DRAFT_KINDS)
  kind: DraftKind;
}

export class SaveDraftDto {
  /** Rich text or plain text; empty deletes the draft. */
  @Text(LIMITS.richTextMax)
  body: string;

  /** The writer's own counter. Only a higher one than the server has is stored. */
  @Whole(1, Number.MAX_SAFE_INTEGER)
  revision: number;
}
