import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import { STATUSES, type TicketStatus } from '@baton/domain/tickets/ticket-status';
import {
  Instant,
  Optional,
  QueryAnyOf,
  QueryFieldConditions,
  QueryFlag,
  QueryIds,
  QueryLines,
  Text,
} from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

/** Which tickets: the filters of a list, of a saved view and of an edit of many. All given ones hold together. */
export class TicketFilters {
  @Optional()
  @QueryAnyOf(STATUSES)
  status?: TicketStatus[];

  @Optional()
  @QueryAnyOf(PRIORITIES)
  priority?: Priority[];

  @Optional()
  @QueryIds('me', 'none')
  assignee?: string[];

  @Optional()
  @QueryIds('me')
  requester?: string[];

  @Optional()
  @QueryIds('none')
  team?: string[];

  @Optional()
  @QueryIds('none')
  category?: string[];

  /** Whether a promise of the ticket is broken and not made good yet; nothing for those who do not work on tickets. */
  @Optional()
  @QueryFlag()
  overdue?: boolean;

  /** Tickets with any of these. */
  @Optional()
  @QueryLines(LIMITS.tagMax)
  tag?: string[];

  /** Conditions on custom fields, `<fieldId>:<eq|gte|lte|has>:<value>`; repeated ones hold together. */
  @Optional()
  @QueryFieldConditions()
  cf?: string[];

  /** A number, or words of the subject or description. */
  @Optional()
  @Text(LIMITS.searchMax)
  q?: string;

  @Optional()
  @Instant()
  createdAfter?: string;

  @Optional()
  @Instant()
  createdBefore?: string;

  @Optional()
  @Instant()
  respondedAfter?: string;

  @Optional()
  @Instant()
  respondedBefore?: string;

  @Optional()
  @Instant()
  resolvedAfter?: string;

  @Optional()
  @Instant()
  resolvedBefore?: string;
}
