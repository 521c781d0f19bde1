import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDownOutlined';
import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import { Field, type FieldProps } from './field';

export interface SelectOption {
  value: string;
  label: string;
}

interface Props extends FieldProps {
  name?: string;
  value: string;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
  onBlur?: () => void;
  disabled?: boolean;
  /** The choice of nothing. */
  emptyLabel?: string;
}

/** The platform's own select: works with every keyboard, phone and screen reader. */
export function SelectField({ name, value, options, onChange, onBlur, disabled, emptyLabel, ...field }: Props) {
  return (
    <Field {...field}>
      {({ 'aria-labelledby': _named, ...control }) => (
        <NativeSelect
          fullWidth
          name={name}
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
          IconComponent={KeyboardArrowDown}
          input={<OutlinedInput error={Boolean(field.error)} />}
          inputProps={control}
        >
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}
