import type { CustomFieldResponse } from '@baton/contracts/custom-fields/custom-fields.response';
import {
  type FieldOperator,
  formatFieldCondition,
  OPERATORS_OF,
  parseFieldCondition,
} from '@baton/domain/custom-fields/field-condition';
import MenuItem from '@mui/material/MenuItem';
import MenuList from '@mui/material/MenuList';
import { texts } from '../filters.texts';
import { RangeFilter } from './range-filter';
import { WordsFilter } from './words-filter';

interface Props {
  field: CustomFieldResponse;
  /** Of all fields. */
  conditions: readonly string[];
  onChange: (conditions: string[]) => void;
  onClose: () => void;
}

/** What is asked of one custom field: its kind says how. */
export function ConditionFilter({ field, conditions, onChange, onClose }: Props) {
  const parsed = conditions.map((text) => ({ text, condition: parseFieldCondition(text) }));
  const others = parsed.filter(({ condition }) => condition?.fieldId !== field.id).map(({ text }) => text);
  const setTo = (operator: FieldOperator) =>
    parsed.find(({ condition }) => condition?.fieldId === field.id && condition.operator === operator)?.condition
      ?.value ?? '';
  const set = (values: Partial<Record<FieldOperator, string>>) =>
    onChange([
      ...others,
      ...Object.entries(values).flatMap(([operator, value]) =>
        value ? [formatFieldCondition({ fieldId: field.id, operator: operator as FieldOperator, value })] : [],
      ),
    ]);
  if (field.kind === 'choice') {
    const chosen = setTo('eq');
    return (
      <MenuList aria-label={field.name} autoFocusItem sx={{ maxHeight: '50vh', overflowY: 'auto' }}>
        {field.options.map((option) => (
          <MenuItem
            key={option}
            selected={option === chosen}
            onClick={() => {
              set({ eq: option === chosen ? '' : option });
              onClose();
            }}
          >
            {option}
          </MenuItem>
        ))}
      </MenuList>
    );
  }
  if (OPERATORS_OF[field.kind].includes('has')) {
    return (
      <WordsFilter
        label={texts.contains}
        value={setTo('has')}
        onApply={(has) => {
          set({ has });
          onClose();
        }}
      />
    );
  }
  const isDate = field.kind === 'date';
  return (
    <RangeFilter
      autoFocus
      type={isDate ? 'date' : 'number'}
      from={{ label: isDate ? texts.onOrAfter : texts.atLeast, value: setTo('gte') }}
      until={{ label: isDate ? texts.onOrBefore : texts.atMost, value: setTo('lte') }}
      onChange={(gte, lte) => set({ gte, lte })}
    />
  );
}
