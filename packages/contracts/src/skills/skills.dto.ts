import { Line, Optional, Uuid, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

export class CreateSkillDto {
  @Line(LIMITS.nameMax)
  name: string;
}

export class UpdateSkillDto {
  @Optional()
  @Line(LIMITS.nameMax)
  name?: string;
}

/** A skill and how well somebody has it. */
export class SkillLevelDto {
  @Uuid()
  skillId: string;

  /** From 1, knows of it, to 5, knows all of it. */
  @Whole(1, 5)
  level: number;
}
