import { fieldIdOf, valueName } from '@baton/domain/custom-fields/changed-values';
import type { FieldValue } from '@baton/domain/custom-fields/custom-field';
import type { Actor } from '@baton/domain/permissions/actor';
import { type FieldConflict, mergeFields } from '@baton/domain/tickets/field-merge';
import { Injectable } from '@nestjs/common';
import { type FieldValues, FieldValuesService } from '../custom-fields/field-values.service.js';
import type { TicketEntity } from './ticket.entity.js';
import type { NewEntry } from './ticket.repository.js';

type Wanted = Record<string, FieldValue | null>;
/** Values under the names by which their versions are kept. */
type Named = Record<string, FieldValue | null | undefined>;

interface Merged {
  changed: { customFields?: FieldValues };
  conflicts: Record<string, FieldConflict>;
  entries: NewEntry[];
}

const named = (values: Wanted): Named =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [valueName(id), value]));

/** Editing a ticket's values of the organization's own fields: like any other fields, each on its own. */
@Injectable()
export class TicketFieldValues {
  constructor(private readonly fields: FieldValuesService) {}

  /**
   * @param base the version the edit was made against
   * @throws request.invalid for a value that does not suit its field
   */
  async merge(actor: Actor, ticket: TicketEntity, wanted: Wanted, base: number): Promise<Merged> {
    if (Object.keys(wanted).length === 0) return { changed: {}, conflicts: {}, entries: [] };
    const names = await this.fields.check(actor, wanted);
    const empty = Object.fromEntries(Object.keys(wanted).map((id) => [id, null]));
    const before = named({ ...empty, ...ticket.customFields });
    const { changed, conflicts } = mergeFields<Named>(before, named(wanted), ticket.fieldVersions, base);
    const ids = Object.keys(changed).map(fieldIdOf);
    if (ids.length === 0) return { changed: {}, conflicts, entries: [] };
    const values = Object.entries({ ...ticket.customFields, ...pick(wanted, ids) });
    const customFields = Object.fromEntries(values.filter(([, value]) => value !== null)) as FieldValues;
    const edited = ids.map((id) => {
      const change = { name: names.get(id) ?? '', from: ticket.customFields[id] ?? null, to: wanted[id] };
      return [valueName(id), change];
    });
    // Of the desk alone, also when the same edit changes what everybody sees.
    const entry: NewEntry = { type: 'ticket.edited', data: { fields: Object.fromEntries(edited) }, internal: true };
    return { changed: { customFields }, conflicts, entries: [entry] };
  }
}

const pick = (values: Wanted, ids: string[]): Wanted => Object.fromEntries(ids.map((id) => [id, values[id] ?? null]));
