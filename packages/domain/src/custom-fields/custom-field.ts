export const FIELD_KINDS = ['text', 'number', 'date', 'choice'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** What a ticket holds in a field: a number in number fields, text otherwise; dates as `2026-03-01`. */
export type FieldValue = string | number;

/** Longest text of a value, in characters. */
export const FIELD_TEXT_MAX = 500;
/** How many fields an organization has, archived ones included. */
export const FIELDS_MAX = 100;
/** Beyond this, numbers in JSON lose digits. */
const NUMBER_MAX = Number.MAX_SAFE_INTEGER;

/** What is known of a field when a value for it is checked. */
export interface FieldRules {
  kind: FieldKind;
  /** What a choice may be; empty for other kinds. */
  options: readonly string[];
}

const DATE = /^\d{4}-\d\d-\d\d$/;

const isDate = (value: unknown): boolean => {
  if (typeof value !== 'string' || !DATE.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
};

const CHECKS: Record<FieldKind, { holds: (value: unknown, options: readonly string[]) => boolean; problem: string }> = {
  text: {
    holds: (value) => typeof value === 'string' && value.length >= 1 && value.length <= FIELD_TEXT_MAX,
    problem: `must be text of at most ${FIELD_TEXT_MAX} characters`,
  },
  number: {
    holds: (value) => typeof value === 'number' && Math.abs(value) <= NUMBER_MAX,
    problem: 'must be a number',
  },
  date: { holds: isDate, problem: 'must be a date such as 2026-03-01' },
  choice: {
    holds: (value, options) => typeof value === 'string' && options.includes(value),
    problem: "must be one of the field's options",
  },
};

/** @returns what is wrong with the value, or null when the field may hold it */
export const problemOf = ({ kind, options }: FieldRules, value: unknown): string | null =>
  CHECKS[kind].holds(value, options) ? null : CHECKS[kind].problem;
