import Box from '@mui/material/Box';
import { Mark } from '../../shared/ui/mark';
import { PageBody } from '../../shared/ui/page-body';
import { Panel } from '../../shared/ui/panel';

const ROWS = [62, 45, 58, 41, 54, 37, 50, 33];
const bone = { flex: 'none', bgcolor: 'surface.neutral' };
const place = { xs: 'none', md: 'grid' };

/** The frame of the desk, the same for everybody, and room for a page: what stands there before any code has run. */
export function DeskPicture() {
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
      <PageBody layout="panes">
        <Panel sx={{ height: 1, borderRadius: { xs: 0, md: '12px' } }}>
          {ROWS.map((width) => (
            <Box key={width} sx={{ display: 'flex', alignItems: 'center', gap: 1.5, height: 68, px: 2 }}>
              <Box sx={{ ...bone, width: 32, height: 32, borderRadius: '50%' }} />
              <Box sx={{ ...bone, width: `${width}%`, height: 12, borderRadius: '5px' }} />
            </Box>
          ))}
        </Panel>
      </PageBody>
    </Box>
  );
}
