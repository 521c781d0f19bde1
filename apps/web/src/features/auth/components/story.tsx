import Check from '@mui/icons-material/CheckOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { texts } from '../auth.texts';

// The panel looks the same in both themes, so its colours are its own.
const STEPS: {
  initials: ReactNode;
  text: string;
  time: string;
  ground: string;
  color: string;
  right: number;
  top: number;
}[] = [
  { initials: 'YT', text: texts.story.asks, time: '09:02', ground: '#f1e1fb', color: '#7b3fa0', right: 374, top: 140 },
  {
    initials: 'DH',
    text: texts.story.picksUp,
    time: '09:04',
    ground: '#d9f0ee',
    color: '#0b655d',
    right: 416,
    top: 318,
  },
  {
    initials: <Check />,
    text: texts.story.solved,
    time: '09:41',
    ground: '#e8f5e9',
    color: '#2a7430',
    right: 374,
    top: 497,
  },
];

/** One request on its way through the hands that solve it. An illustration: screen readers get the words below it. */
export function Story() {
  return STEPS.map(({ initials, text, time, ground, color, right, top }) => (
    <Box
      key={text}
      aria-hidden="true"
      sx={{
        position: 'absolute',
        left: `calc(100% - ${right}px)`,
        top,
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        height: 56,
        pl: 1.5,
        pr: 2.5,
        borderRadius: '28px',
        bgcolor: '#fff',
        color: '#1b1f2e',
        boxShadow: '0 8px 24px rgba(24,30,58,.18)',
        typography: 'subtitle2',
        whiteSpace: 'nowrap',
      }}
    >
      <Box
        sx={{
          display: 'grid',
          placeItems: 'center',
          width: 32,
          height: 32,
          borderRadius: '50%',
          bgcolor: ground,
          color,
          fontSize: 12,
          fontWeight: 600,
        }}
      >
        {initials}
      </Box>
      {text}
      <Box component="span" sx={{ typography: 'caption', color: '#626980', fontVariantNumeric: 'tabular-nums' }}>
        {time}
      </Box>
    </Box>
  ));
}
