import { Flag, Line, NestedList, OneOf, Uuid } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { PersonResponse } from '../users/person.response.js';
import { TEAM_MODES, type TeamMode } from './teams.dto.js';

export class TeamResponse {
  @Uuid()
  id: string;

  @Line(LIMITS.nameMax)
  name: string;

  @OneOf(TEAM_MODES)
  mode: TeamMode;

  @Flag()
  restricted: boolean;

  @NestedList(() => PersonResponse)
  members: PersonResponse[];
}

export class TeamListResponse {
  @NestedList(() => TeamResponse)
  items: TeamResponse[];
}
