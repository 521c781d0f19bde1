import Box from '@mui/material/Box';
import { keyframes } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import { texts } from './kit.texts';
import { VisuallyHidden } from './visually-hidden';

const sweep = keyframes`from { background-position: 120% 0 } to { background-position: -120% 0 }`;
const SHOW_AFTER_MS = 150;

const bone = {
  borderRadius: '5px',
  backgroundImage:
    'linear-gradient(90deg, var(--mui-palette-surface-neutral) 40%, var(--mui-palette-surface-hover) 50%, var(--mui-palette-surface-neutral) 60%)',
  backgroundSize: '240% 100%',
  animation: `${sweep} 1.4s linear infinite`,
};

interface Props {
  rows?: number;
  /** Of one row, px: the same as of the rows to come. */
  height?: number;
  /** Two lines of text instead of one. */
  twoLines?: boolean;
}

/** The geometry of rows on their way. What loads faster than 150 ms shows nothing at all. */
export function SkeletonRows({ rows = 6, height = 64, twoLines = true }: Props) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Box role="status" sx={{ minHeight: rows * height, visibility: shown ? 'visible' : 'hidden' }}>
      <VisuallyHidden>{texts.loading}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
          key={row}
          sx={{ display: 'flex', alignItems: 'center', gap: 1.5, height, px: 2, opacity: 1 - (row / rows) * 0.7 }}
        >
          <Box sx={{ ...bone, width: 32, height: 32, borderRadius: '50%', flex: 'none' }} />
          <Box sx={{ flex: 1 }}>
            <Box sx={{ ...bone, height: 12, width: `${62 - ((row * 17) % 30)}%` }} />
            {twoLines && <Box sx={{ ...bone, height: 10, mt: 1, width: `${38 - ((row * 11) % 18)}%` }} />}
          </Box>
          <Box sx={{ ...bone, width: 44, height: 12 }} />
        </Box>
      ))}
    </Box>
  );
}
