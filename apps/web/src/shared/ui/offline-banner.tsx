import CloudOff from '@mui/icons-material/CloudOffOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** One line above the content, while the connection is gone. Work goes on. */
export function OfflineBanner({ title, text, end }: { title: string; text?: ReactNode; end?: ReactNode }) {
  return (
    <Box
      role="status"
      data-banner=""
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 44,
        px: 2,
        py: 0.75,
        bgcolor: 'warning.soft',
        color: 'warning.text',
        typography: 'body2',
      }}
    >
      <CloudOff />
      <Box sx={{ flex: 1 }}>
        <b>{title}</b> {text}
      </Box>
      {end && <Box sx={{ typography: 'caption' }}>{end}</Box>}
    </Box>
  );
}
