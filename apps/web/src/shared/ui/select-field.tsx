import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDownOutlined';
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

const arrow = { position: 'absolute', right: 10, color: 'text.secondary', pointerEvents: 'none' };

/** The platform's own select: works with every keyboard, phone and screen reader. */
export function SelectField({ name, value, options, onChange, onBlur, disabled, emptyLabel, ...field }: Props) {
  return (
    <Field {...field}>
      {({ 'aria-labelledby': _named, ...control }) => (
        <OutlinedInput
          fullWidth
          name={name}
          value={value}
          error={Boolean(field.error)}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
          // The type only knows inputs; a select takes the same props.
          inputComponent={'select' as 'input'}
          slotProps={{
            input: {
              ...control,
              type: undefined,
              children: (
                <>
                  {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
                  {options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </>
              ),
            },
          }}
          endAdornment={<KeyboardArrowDown sx={arrow} />}
          sx={{ pr: 0, '& select': { appearance: 'none', pr: 4.5, cursor: 'pointer', borderRadius: '8px' } }}
        />
      )}
    </Field>
  );
}
