import Box, { type BoxProps } from '@mui/material/Box';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
import { texts } from '../tickets.texts';

/** Somebody else wrote since one looked. */
export function UnreadDot({ sx }: Pick<BoxProps, 'sx'>) {
  return (
    <Box
      component="span"
      title={texts.unread}
      sx={[
        { flex: 'none', width: 8, height: 8, borderRadius: '50%', bgcolor: 'primary.main' },
        ...(Array.isArray(sx) ? sx : [sx]),
      ]}
    >
      <VisuallyHidden>{texts.unread}</VisuallyHidden>
    </Box>
  );
}
