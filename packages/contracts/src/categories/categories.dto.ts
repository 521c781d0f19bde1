import { Flag, Line, NestedList, Nullable, Optional, Uuid, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

/** A skill that tickets of a category need, at this level at least. */
export class MinLevelDto {
  @Uuid()
  skillId: string;

  @Whole(1, 5)
  minLevel: number;
}

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
  @NestedList(() => MinLevelDto, LIMITS.neededSkillsMax)
  skills?: MinLevelDto[];
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
  @NestedList(() => MinLevelDto, LIMITS.neededSkillsMax)
  skills?: MinLevelDto[];

  /** Kept on old tickets, no longer offered for new ones. */
  @Optional()
  @Flag()
  archived?: boolean;
}
