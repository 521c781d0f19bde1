import ChevronRight from '@mui/icons-material/ChevronRightOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { Link } from '../../../shared/ui/link';
import { Panel } from '../../../shared/ui/panel';

const TONES = {
  primary: { bgcolor: 'primary.soft', color: 'primary.text' },
  success: { bgcolor: 'success.soft', color: 'success.text' },
  info: { bgcolor: 'info.soft', color: 'info.text' },
  neutral: { bgcolor: 'surface.neutral', color: 'text.secondary' },
};

interface Props {
  to: string;
  icon: ReactNode;
  tone: keyof typeof TONES;
  value: number;
  label: string;
  text: string;
}

/** One number worth seeing first, and the way to what is behind it. */
export function HeadlineCard({ to, icon, tone, value, label, text }: Props) {
  return (
    <Panel
      component={Link}
      {...{ to }}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        p: 2,
        color: 'text.primary',
        textDecoration: 'none',
        '&:hover': { bgcolor: 'surface.hover' },
      }}
    >
      <Box
        sx={{
          display: 'grid',
          placeItems: 'center',
          flex: 'none',
          width: 40,
          height: 40,
          borderRadius: '10px',
          ...TONES[tone],
        }}
      >
        {icon}
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
          <Box component="span" sx={{ typography: 'h2', fontVariantNumeric: 'tabular-nums' }}>
            {value}
          </Box>
          <Box component="span" sx={{ typography: 'subtitle2' }}>
            {label}
          </Box>
        </Box>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{text}</Box>
      </Box>
      <ChevronRight sx={{ color: 'text.tertiary' }} />
    </Panel>
  );
}
