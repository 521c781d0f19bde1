import { Flag, Line, NestedList, Nullable, Text, Uuid } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

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

  @Flag()
  archived: boolean;
}

/** Sorted by path. */
export class CategoryListResponse {
  @NestedList(() => CategoryResponse)
  items: CategoryResponse[];
}
