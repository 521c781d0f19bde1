import { Flag, Line, NestedList, Nullable, Text, Uuid } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { MinLevelDto } from './categories.dto.js';

export class CategoryResponse {
  @Uuid()
  id: string;

  @Line(LIMITS.nameMax)
  name: string;

  /** From the root: `IT › Network and VPN`. */
  @Text(1000)
  path: string;

  @Nullable()
  @Uuid()
  parentId: string | null;

  @Nullable()
  @Uuid()
  teamId: string | null;

  /**
   * What its tickets need, by name of the skill. Those of the categories above hold as well, unless named here. For those
   * who only ask, it is empty.
   */
  @NestedList(() => MinLevelDto, LIMITS.neededSkillsMax)
  skills: MinLevelDto[];

  @Flag()
  archived: boolean;
}

/** Sorted by path. */
export class CategoryListResponse {
  @NestedList(() => CategoryResponse)
  items: CategoryResponse[];
}
