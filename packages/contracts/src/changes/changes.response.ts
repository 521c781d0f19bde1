import { Flag, NestedList, OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

export const CHANGE_KINDS = ['changed', 'removed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A ticket that is another one now than the reader may remember. */
export class ChangeResponse {
  @Uuid()
  ticketId: string;

  /** The ticket's present version; 0 when it was removed from the reader's sight. */
  @Whole(0, 2_147_483_647)
  version: number;

  @OneOf(CHANGE_KINDS)
  kind: ChangeKind;
}

/** Each ticket once, whatever happened to it. A change may come again in a later answer, but none is left out. */
export class ChangesResponse {
  @NestedList(() => ChangeResponse, LIMITS.changesMax)
  items: ChangeResponse[];

  /** To go on from, now or after any sleep. */
  @Text(400)
  cursor: string;

  /** There is more to read right away. */
  @Flag()
  hasMore: boolean;
}
