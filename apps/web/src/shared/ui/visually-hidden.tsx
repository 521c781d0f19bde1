import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** For screen readers only. */
export function VisuallyHidden({ as = 'span', children }: { as?: 'span' | 'legend'; children: ReactNode }) {
  return (
    <Box
      component={as}
      sx={{
        position: 'absolute',
        width: '1px',
        height: '1px',
        margin: '-1px',
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </Box>
  );
}
