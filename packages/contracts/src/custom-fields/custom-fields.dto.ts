import { FIELD_KINDS, FIELDS_MAX, type FieldKind } from '@baton/domain/custom-fields/custom-field';
import { Flag, Line, Lines, OneOf, Optional, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

export class CreateCustomFieldDto {
  @Line(LIMITS.nameMax)
  name: string;

  @OneOf(FIELD_KINDS)
  kind: FieldKind;

  /** What a choice may be; for the kind `choice` only. */
  @Optional()
  @Lines(LIMITS.fieldOptionsMax, LIMITS.nameMax)
  options?: string[];
}

export class UpdateCustomFieldDto {
  @Optional()
  @Line(LIMITS.nameMax)
  name?: string;

  @Optional()
  @Lines(LIMITS.fieldOptionsMax, LIMITS.nameMax)
  options?: string[];

  /** Kept on the tickets that have it, no longer offered for others. */
  @Optional()
  @Flag()
  archived?: boolean;

  /** Its place among the fields, from 0; the others move over. */
  @Optional()
  @Whole(0, FIELDS_MAX)
  position?: number;
}
