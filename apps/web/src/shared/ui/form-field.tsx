import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput';
import { Field, type FieldProps } from './field';

export interface FormFieldProps extends FieldProps, Omit<OutlinedInputProps, 'error' | 'label' | 'size'> {
  /** 44 px with 16 px text, as on the sign-in page. */
  large?: boolean;
}

/** A text input with its label. */
export function FormField({ label, error, hint, optional, labelEnd, large, inputProps, sx, ...input }: FormFieldProps) {
  return (
    <Field label={label} error={error} hint={hint} optional={optional} labelEnd={labelEnd}>
      {({ 'aria-labelledby': _named, 'aria-invalid': _invalid, ...control }) => (
        <OutlinedInput
          fullWidth
          {...input}
          id={control.id}
          error={Boolean(error)}
          inputProps={{ ...inputProps, 'aria-describedby': control['aria-describedby'] }}
          sx={[large ? { minHeight: 44, typography: 'body1' } : {}, ...(Array.isArray(sx) ? sx : [sx])]}
        />
      )}
    </Field>
  );
}
