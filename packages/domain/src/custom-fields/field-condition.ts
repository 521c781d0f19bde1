import type { FieldKind } from './custom-field.js';

export const FIELD_OPERATORS = ['eq', 'gte', 'lte', 'has'] as const;
export type FieldOperator = (typeof FIELD_OPERATORS)[number];

/** Which questions make sense for a kind of field. */
export const OPERATORS_OF: Record<FieldKind, readonly FieldOperator[]> = {
  text: ['eq', 'has'],
  number: ['eq', 'gte', 'lte'],
  date: ['eq', 'gte', 'lte'],
  choice: ['eq'],
};

/** A question about one custom field, written `<fieldId>:<operator>:<value>`. */
export interface FieldCondition {
  fieldId: string;
  operator: FieldOperator;
  value: string;
}

const CONDITION = new RegExp(
  `^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}):(${FIELD_OPERATORS.join('|')}):(.+)$`,
  'u',
);

/** Null when the text is no condition. */
export function parseFieldCondition(text: string): FieldCondition | null {
  const [, fieldId, operator, value] = CONDITION.exec(text) ?? [];
  return fieldId && operator && value ? { fieldId, operator: operator as FieldOperator, value } : null;
}

export const formatFieldCondition = ({ fieldId, operator, value }: FieldCondition): string =>
  `${fieldId}:${operator}:${value}`;
