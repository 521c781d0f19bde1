import { Flag, Line, Nullable, Optional, Uuid } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

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

  /** Kept on old tickets, no longer offered for new ones. */
  @Optional()
  @Flag()
  archived?: boolean;
}
