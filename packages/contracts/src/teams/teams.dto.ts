import { ASSIGNMENT_MODES, type AssignmentMode } from '@baton/domain/assignment/decision';
import { Flag, Line, OneOf, Optional, Uuids } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

/** How a team hands out work: `manual` leaves it to its people. */
export const TEAM_MODES = ASSIGNMENT_MODES;
export type TeamMode = AssignmentMode;

export class CreateTeamDto {
  @Line(LIMITS.nameMax)
  name: string;

  @Optional()
  @OneOf(TEAM_MODES)
  mode?: TeamMode;

  /** Only members and admins see the team's tickets. */
  @Optional()
  @Flag()
  restricted?: boolean;

  @Optional()
  @Uuids()
  memberIds?: string[];
}

export class UpdateTeamDto {
  @Optional()
  @Line(LIMITS.nameMax)
  name?: string;

  @Optional()
  @OneOf(TEAM_MODES)
  mode?: TeamMode;

  @Optional()
  @Flag()
  restricted?: boolean;

  @Optional()
  @Uuids()
  memberIds?: string[];
}
