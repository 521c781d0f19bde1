import { Flag, Line, NestedList, Nullable, Optional, Uuid } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { SkillLevelDto } from '../skills/skills.dto.js';

export class CreateCategoryDto {
  @Line(LIMITS.nameMax)
  name: string;

  @Nullable()
  @Uuid()
  parentId?: string | null;

  /** New tickets of this category go to this team. */
  @Nullable()
  @Uuid()
  teamId?: string | null;

  /** What its tickets need, beside what the categories above it need. */
  @Optional()
  @NestedList(() => SkillLevelDto, LIMITS.neededSkillsMax)
  skills?: SkillLevelDto[];
}

export class UpdateCategoryDto {
  @Optional()
  @Line(LIMITS.nameMax)
  name?: string;

  @Nullable()
  @Uuid()
  parentId?: string | null;

  @Nullable()
  @Uuid()
  teamId?: string | null;

  /** Replaces all of them. */
  @Optional()
  @NestedList(() => SkillLevelDto, LIMITS.neededSkillsMax)
  skills?: SkillLevelDto[];

  /** Kept on old tickets, no longer offered for new ones. */
  @Optional()
  @Flag()
  archived?: boolean;
}
