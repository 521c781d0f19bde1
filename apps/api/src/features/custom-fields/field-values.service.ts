import { type FieldValue, problemOf } from '@baton/domain/custom-fields/custom-field';
import type { Actor } from '@baton/domain/permissions/actor';
import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/http/app-error.js';
import { CustomFieldRepository } from './custom-field.repository.js';

export type FieldValues = Record<string, FieldValue>;
type WantedValues = Record<string, FieldValue | null>;

/** Values of tickets against the fields they are of. Within the open transaction. */
@Injectable()
export class FieldValuesService {
  constructor(private readonly fields: CustomFieldRepository) {}

  /**
   * Names of the fields, once each value was found to suit its field. A field that is archived takes no new value.
   * @throws request.invalid with a message per `customFields.<id>`
   */
  async check(actor: Actor, wanted: WantedValues): Promise<Map<string, string>> {
    const fields = new Map((await this.fields.list(actor)).map((field) => [field.id, field]));
    const problems: Record<string, string[]> = {};
    for (const [id, value] of Object.entries(wanted)) {
      const field = fields.get(id);
      const usable = field && (!field.archived || value === null);
      const problem = usable ? value !== null && problemOf(field, value) : 'is not a field of tickets';
      if (problem) problems[`customFields.${id}`] = [problem];
    }
    if (Object.keys(problems).length > 0) throw new AppError('request.invalid', problems);
    return new Map([...fields].map(([id, { name }]) => [id, name]));
  }
}
