import { ASSIGNMENT_MODES, type AssignmentMode } from '@baton/domain/assignment/decision';
import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import { Nullable, OneOf, Optional, Uuid } from '../http/fields.js';

/** An imagined ticket. */
export class PreviewAssignmentDto {
  @Uuid()
  teamId: string;

  @Nullable()
  @Uuid()
  categoryId?: string | null;

  @OneOf(PRIORITIES)
  priority: Priority;

  /** As if the team handed out work this way; absent: as it does. */
  @Optional()
  @OneOf(ASSIGNMENT_MODES)
  mode?: AssignmentMode;
}
