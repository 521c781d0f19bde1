import { Line, NestedList, Uuid, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

export class SkillResponse {
  @Uuid()
  id: string;

  @Line(LIMITS.nameMax)
  name: string;

  /** How many people have it. */
  @Whole(0, Number.MAX_SAFE_INTEGER)
  people: number;

  /** How many categories need it; while any does it cannot be deleted. */
  @Whole(0, Number.MAX_SAFE_INTEGER)
  categories: number;
}

/** By name. */
export class SkillListResponse {
  @NestedList(() => SkillResponse, LIMITS.skillsMax)
  items: SkillResponse[];
}
