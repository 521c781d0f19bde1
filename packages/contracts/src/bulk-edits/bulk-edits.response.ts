import { Instant, Nested, NestedList, Nullable, OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { TicketChangesDto } from '../tickets/ticket-changes.dto.js';

/** `running` → `done` → `undoing` → `undone`; undoing may begin while it runs. */
export const BULK_STATES = ['running', 'done', 'undoing', 'undone'] as const;
export type BulkState = (typeof BULK_STATES)[number];

/** A ticket that stayed as it was, and why. */
export class BulkProblemResponse {
  @Uuid()
  ticketId: string;

  /** `ACME-1042` */
  @Text(30)
  number: string;

  /**
   * An error code. Of an undo: `bulk.changed_since` when it found other values than the edit had left,
   * `resource.not_found` when others have worked on the ticket where the author may not see it any more.
   */
  @Text(60)
  code: string;
}

export class BulkEditResponse {
  @Uuid()
  id: string;

  @OneOf(BULK_STATES)
  state: BulkState;

  /** Tickets of the selection; while undoing and after, those the edit had changed. */
  @Whole(0, LIMITS.bulkTicketsMax)
  total: number;

  /** Of them: changed, or needing no change; while undoing and after, put back. */
  @Whole(0, LIMITS.bulkTicketsMax)
  done: number;

  /** Of them: refused; while undoing and after, left alone because somebody changed them since. */
  @Whole(0, LIMITS.bulkTicketsMax)
  failed: number;

  @Nested(() => TicketChangesDto)
  changes: TicketChangesDto;

  @Instant()
  startedAt: string;

  /** Of the present phase; null while it runs. */
  @Nullable()
  @Instant()
  finishedAt: string | null;

  /** Null once undone, or too late. */
  @Nullable()
  @Instant()
  undoUntil: string | null;

  /** The first of those that failed. */
  @NestedList(() => BulkProblemResponse, LIMITS.bulkProblemsMax)
  problems: BulkProblemResponse[];
}
