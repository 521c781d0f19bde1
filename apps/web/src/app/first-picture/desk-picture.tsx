import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { Mark } from '../../shared/ui/mark';

const place = { xs: 'none', md: 'grid' };

/** The frame of the desk, the same for everybody: what stands there before any code has run. */
export function DeskPicture({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ minHeight: '100dvh', pl: { xs: 0, md: '56px', lg: '80px' }, pb: { xs: '64px', md: 0 } }}>
      <Box
        sx={{
          position: 'fixed',
          inset: { xs: 'auto 0 0 0', md: '0 auto 0 0' },
          width: { xs: 'auto', md: 56, lg: 80 },
          height: { xs: 'calc(64px + env(safe-area-inset-bottom))', md: 'auto' },
          bgcolor: { xs: 'background.paper', md: 'background.default' },
          borderTop: { xs: '1px solid', md: 0 },
          borderColor: { xs: 'divider', md: 'transparent' },
        }}
      >
        <Box sx={{ display: place, placeItems: 'center', height: 56 }}>
          <Mark size={32} />
        </Box>
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', height: 56, pl: { xs: 2, md: 0 }, pr: { xs: 1.25, md: 2 } }}>
        <Box sx={{ display: { xs: 'grid', md: 'none' } }}>
          <Mark size={28} />
        </Box>
        <Box
          sx={{
            display: place,
            flex: '0 1 400px',
            height: 36,
            borderRadius: '8px',
            bgcolor: 'background.paper',
            boxShadow: 'var(--mui-palette-elevation-panel)',
          }}
        />
        <Box sx={{ width: 32, height: 32, ml: 'auto', mr: 0.75, borderRadius: '50%', bgcolor: 'surface.neutral' }} />
      </Box>
      {children}
    </Box>
  );
}
