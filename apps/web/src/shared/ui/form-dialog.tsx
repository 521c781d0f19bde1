import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type FormEvent, type ReactNode, useId } from 'react';
import { FormAlert } from './form-alert';
import { texts } from './kit.texts';

interface Props {
  title: string;
  text?: ReactNode;
  /** Names the result: "Send invitation". */
  action: string;
  /** What concerns the whole form. */
  error?: string | null;
  submitting: boolean;
  onSubmit: (event: FormEvent) => void;
  onClose: () => void;
  children: ReactNode;
}

/** A short form over the page. Load it with what opens it. */
export function FormDialog({ title, text, action, error, submitting, onSubmit, onClose, children }: Props) {
  const titleId = useId();
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <Box component="form" noValidate onSubmit={onSubmit} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2.5 }}>
          {text && <Box sx={{ typography: 'body2', color: 'text.secondary' }}>{text}</Box>}
          {error && <FormAlert>{error}</FormAlert>}
          {children}
        </DialogContent>
        <DialogActions>
          <Button variant="text" color="inherit" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" variant="contained" loading={submitting}>
            {action}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
