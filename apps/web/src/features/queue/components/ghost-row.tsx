import Box from '@mui/material/Box';

/** Where a row will be once it has loaded. */
export const GhostRow = ({ top, height }: { top: number; height: number }) => (
  <Box
    aria-hidden="true"
    sx={{ position: 'absolute', top: 0, left: 0, width: 1, px: 1.75, py: 1.25 }}
    style={{ height, transform: `translateY(${top}px)` }}
  >
    <Box sx={{ height: 12, width: '70%', borderRadius: '6px', bgcolor: 'surface.neutral' }} />
  </Box>
);
