import Box from '@mui/material/Box';
import { texts } from './work.texts';

interface Props {
  active: number;
  capacity: number;
  /** Of the bar; it fills what holds it otherwise. */
  width?: number;
}

/** Without a capacity nothing is too much. */
const colorOf = (active: number, capacity: number): string => {
  if (capacity === 0) return 'outline.control';
  if (active > capacity) return 'error.main';
  return active === capacity ? 'warning.main' : 'primary.main';
};

/** How much of what somebody can hold is taken: a step for each ticket, as long as they can be told apart. */
export function LoadBar({ active, capacity, width }: Props) {
  const share = capacity === 0 ? (active > 0 ? 1 : 0) : Math.min(1, active / capacity);
  const notches = capacity > 1 && capacity <= 12;
  return (
    <Box
      component="span"
      aria-hidden="true"
      title={texts.loadOf(active, capacity)}
      sx={{
        position: 'relative',
        display: 'block',
        width: width ?? 1,
        height: 6,
        borderRadius: '3px',
        overflow: 'hidden',
        bgcolor: 'ghost',
        '&::before': {
          content: '""',
          position: 'absolute',
          inset: 0,
          width: `${share * 100}%`,
          bgcolor: colorOf(active, capacity),
        },
        ...(notches && {
          '&::after': {
            content: '""',
            position: 'absolute',
            inset: 0,
            backgroundImage: `repeating-linear-gradient(90deg, transparent 0, transparent calc(100% / ${capacity} - 2px), var(--mui-palette-background-paper) calc(100% / ${capacity} - 2px), var(--mui-palette-background-paper) calc(100% / ${capacity}))`,
          },
        }),
      }}
    />
  );
}
