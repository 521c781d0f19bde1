import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface Props {
  /** `column`: 1040 px in the middle. `wide`: all the room there is. `panes`: as high as the window, each pane scrolls. */
  layout?: 'column' | 'wide' | 'panes';
  children: ReactNode;
}

const gutter = { xs: 2, md: 3 };

const LAYOUTS = {
  column: { width: 1, maxWidth: { xs: 'none', lg: 1088 }, mx: 'auto', px: gutter, pt: 1, pb: 4 },
  wide: { pl: { xs: 2, md: 0 }, pr: gutter, pt: 1, pb: 4 },
  panes: {
    height: {
      xs: 'calc(100dvh - 120px - var(--banner-height, 0px) - env(safe-area-inset-bottom))',
      md: 'calc(100dvh - 56px - var(--banner-height, 0px))',
    },
    pr: { xs: 0, md: 2 },
    pb: { xs: 0, md: 2 },
    overflow: 'hidden',
  },
};

/** Places a page in the frame. */
export function PageBody({ layout = 'column', children }: Props) {
  return <Box sx={LAYOUTS[layout]}>{children}</Box>;
}
