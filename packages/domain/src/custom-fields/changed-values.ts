import type { FieldValue } from './custom-field.js';

type Values = Readonly<Record<string, FieldValue>>;

const PREFIX = 'customFields.';

/** What a field's value is called among the fields of a ticket: in conflicts, versions and timeline entries. */
export const valueName = (fieldId: string): string => PREFIX + fieldId;
export const isValueName = (name: string): boolean => name.startsWith(PREFIX);
export const fieldIdOf = (name: string): string => name.slice(PREFIX.length);

/** Names of the values that differ. */
export const changedValues = (before: Values, after: Values): string[] =>
  Object.keys({ ...before, ...after })
    .filter((id) => before[id] !== after[id])
    .map(valueName);
