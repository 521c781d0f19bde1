import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import { STATUSES, type TicketStatus } from '@baton/domain/tickets/ticket-status';
import { Lines, Nullable, OneOf, Optional, Uuid } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

/** What may be changed on any ticket alike. Absent fields stay as they are; null takes the team or category away. */
export class TicketTriageDto {
  @Optional()
  @OneOf(STATUSES)
  status?: TicketStatus;

  @Optional()
  @OneOf(PRIORITIES)
  priority?: Priority;

  @Nullable()
  @Uuid()
  teamId?: string | null;

  @Nullable()
  @Uuid()
  categoryId?: string | null;

  @Optional()
  @Lines(LIMITS.tagsMax, LIMITS.tagMax)
  addTags?: string[];

  @Optional()
  @Lines(LIMITS.tagsMax, LIMITS.tagMax)
  removeTags?: string[];
}

export class TicketChangesDto extends TicketTriageDto {
  /** Null returns the ticket to the pool. */
  @Nullable()
  @Uuid()
  assigneeId?: string | null;
}
