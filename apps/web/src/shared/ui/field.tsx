import Box from '@mui/material/Box';
import { type ReactNode, useId } from 'react';
import { texts } from './kit.texts';

/** What the control inside a field needs to be named and described. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
  'aria-labelledby': string;
}

export interface FieldProps {
  label: string;
  error?: string;
  hint?: ReactNode;
  optional?: boolean;
  /** At the end of the label's line, such as a link. */
  labelEnd?: ReactNode;
}

/** A label above, one control, and below it what is wrong or what helps. */
export function Field({
  label,
  error,
  hint,
  optional,
  labelEnd,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const note = error ?? hint;
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: 1, mb: 0.75 }}>
        <Box component="label" id={`${id}-label`} htmlFor={id} sx={{ typography: 'subtitle2' }}>
          {label}
          {optional && (
            <Box component="span" sx={{ ml: 0.5, color: 'text.tertiary', fontWeight: 400 }}>
              {texts.optional}
            </Box>
          )}
        </Box>
        {labelEnd && <Box sx={{ typography: 'body2', color: 'text.tertiary' }}>{labelEnd}</Box>}
      </Box>
      {children({
        id,
        'aria-labelledby': `${id}-label`,
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {note && (
        <Box
          id={`${id}-note`}
          sx={{
            mt: 0.5,
            typography: 'caption',
            fontWeight: error ? 500 : 400,
            color: error ? 'error.text' : 'text.tertiary',
          }}
        >
          {note}
        </Box>
      )}
    </Box>
  );
}
