import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import { STATUSES, type TicketStatus } from '@baton/domain/tickets/ticket-status';
import { Nullable, OneOf, Optional, Tags, Uuid } from '../http/fields.js';

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
  @Tags()
  addTags?: string[];

  @Optional()
  @Tags()
  removeTags?: string[];
}

export class TicketChangesDto extends TicketTriageDto {
  /** Null returns the ticket to the pool. */
  @Nullable()
  @Uuid()
  assigneeId?: string | null;
}
