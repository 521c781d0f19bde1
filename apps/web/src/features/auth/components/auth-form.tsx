import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { FormEvent, ReactNode } from 'react';
import { FormAlert } from '../../../shared/ui/form-alert';

interface Props {
  onSubmit: (event: FormEvent) => void;
  submitting: boolean;
  error: string | null;
  /** What the filled button does. */
  action: string;
  children: ReactNode;
}

/** The fields, one below the other, and the one filled button. */
export function AuthForm({ onSubmit, submitting, error, action, children }: Props) {
  return (
    <Box component="form" noValidate onSubmit={onSubmit} sx={{ display: 'flex', flexDirection: 'column', gap: 2.5 }}>
      {error && <FormAlert>{error}</FormAlert>}
      {children}
      <Button type="submit" variant="contained" size="large" fullWidth loading={submitting} sx={{ mt: 0.5 }}>
        {action}
      </Button>
    </Box>
  );
}
