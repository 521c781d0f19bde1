import { FIELD_KINDS, FIELDS_MAX, type FieldKind } from '@baton/domain/custom-fields/custom-field';
import { Flag, Line, Lines, NestedList, OneOf, Uuid, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

export class CustomFieldResponse {
  @Uuid()
  id: string;

  @Line(LIMITS.nameMax)
  name: string;

  @OneOf(FIELD_KINDS)
  kind: FieldKind;

  /** Empty unless the kind is `choice`. */
  @Lines(LIMITS.fieldOptionsMax, LIMITS.nameMax)
  options: string[];

  @Flag()
  archived: boolean;

  @Whole(0, FIELDS_MAX)
  position: number;
}

/** In their order, archived ones included. */
export class CustomFieldListResponse {
  @NestedList(() => CustomFieldResponse, FIELDS_MAX)
  items: CustomFieldResponse[];
}
