import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Info from '@mui/icons-material/InfoOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

const TONES = {
  error: { bgcolor: 'error.soft', color: 'error.text', Icon: ErrorOutline },
  info: { bgcolor: 'info.soft', color: 'info.text', Icon: Info },
  warning: { bgcolor: 'warning.soft', color: 'warning.text', Icon: ErrorOutline },
};

/** Above a form: what concerns all of it. */
export function FormAlert({ tone = 'error', children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  const { Icon, ...colors } = TONES[tone];
  return (
    <Box
      role={tone === 'error' ? 'alert' : 'status'}
      sx={{ display: 'flex', gap: 1, px: 1.5, py: 1.25, borderRadius: '8px', typography: 'body2', ...colors }}
    >
      <Icon sx={{ flex: 'none' }} />
      <div>{children}</div>
    </Box>
  );
}
