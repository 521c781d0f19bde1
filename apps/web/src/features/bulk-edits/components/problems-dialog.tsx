import type { BulkEditResponse } from '@baton/contracts/bulk-edits/bulk-edits.response';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { Link } from '../../../shared/ui/link';
import { reasonText, texts } from '../bulk-edits.texts';

interface Props {
  edit: BulkEditResponse;
  onClose: () => void;
}

/** Which tickets stayed as they were, and why. */
export function ProblemsDialog({ edit, onClose }: Props) {
  const titleId = useId();
  const more = edit.failed - edit.problems.length;
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{texts.whyTitle(edit.failed)}</DialogTitle>
      <DialogContent>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, pt: 1, display: 'grid', gap: 1 }}>
          {edit.problems.map(({ ticketId, number, code }) => (
            <Box component="li" key={ticketId} sx={{ display: 'flex', gap: 1.5 }}>
              <Box
                component={Link}
                to={`/queue/${number}`}
                onClick={onClose}
                sx={{ flex: 'none', color: 'primary.text', fontWeight: 500 }}
              >
                {number}
              </Box>
              <Box sx={{ color: 'text.secondary' }}>{reasonText(code)}</Box>
            </Box>
          ))}
        </Box>
        {more > 0 && <Box sx={{ mt: 1, color: 'text.tertiary' }}>{texts.whyMore(more)}</Box>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{texts.close}</Button>
      </DialogActions>
    </Dialog>
  );
}
