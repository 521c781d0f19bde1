import Box from '@mui/material/Box';

interface Props {
  /** 0 to 1. */
  share: number;
  /** A path of the palette. */
  color: string;
  /** Percents at which it warns. */
  notches: readonly number[];
  /** What shows through the notches. */
  ground: string;
}

/** How much of a target is used, cut where it warns. */
export function ClockBar({ share, color, notches, ground }: Props) {
  return (
    <Box
      aria-hidden="true"
      sx={{ position: 'relative', height: 4, borderRadius: '2px', overflow: 'hidden', bgcolor: 'ghost' }}
    >
      <Box sx={{ height: 1, bgcolor: color }} style={{ width: `${share * 100}%` }} />
      {notches.map((percent) => (
        <Box
          key={percent}
          sx={{ position: 'absolute', top: 0, bottom: 0, width: 2, ml: '-1px', bgcolor: ground }}
          style={{ left: `${percent}%` }}
        />
      ))}
    </Box>
  );
}
