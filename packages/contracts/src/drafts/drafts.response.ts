import { Instant, NestedList, OneOf, Text, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { DRAFT_KINDS, type DraftKind } from './drafts.dto.js';

export class DraftResponse {
  @OneOf(DRAFT_KINDS)
  kind: DraftKind;

  /** Sanitized HTML; empty: there is no draft any more. */
  @Text(LIMITS.richTextMax * 2)
  body: string;

  /** Of what the server has now. Higher than the one saved: somebody else, or another tab, was later. */
  @Whole(1, Number.MAX_SAFE_INTEGER)
  revision: number;

  @Instant()
  updatedAt: string;
}

export class DraftListResponse {
  @NestedList(() => DraftResponse, DRAFT_KINDS.length)
  items: DraftResponse[];
}
