import Box from '@mui/material/Box';
import { Fragment } from 'react';
import { capsOf } from '../../../shared/keyboard/caps';
import { texts } from '../palette.texts';

export const Cap = ({ children }: { children: string }) => (
  <Box
    component="kbd"
    sx={{
      display: 'inline-grid',
      placeItems: 'center',
      minWidth: 20,
      height: 20,
      px: 0.625,
      borderRadius: '5px',
      bgcolor: 'surface.neutral',
      color: 'text.secondary',
      font: 'inherit',
      typography: 'caption',
      fontWeight: 500,
    }}
  >
    {children}
  </Box>
);

/** Keys as they stand on the keyboard. */
export function Keys({ keys }: { keys: string }) {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, typography: 'caption', color: 'text.tertiary' }}
    >
      {capsOf(keys).map((caps, stroke) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: strokes are their places
        <Fragment key={stroke}>
          {stroke > 0 && texts.followedBy}
          {caps.map((cap) => (
            <Cap key={cap}>{cap}</Cap>
          ))}
        </Fragment>
      ))}
    </Box>
  );
}
