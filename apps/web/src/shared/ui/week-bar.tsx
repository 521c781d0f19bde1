import { DAY_MINUTES } from '@baton/domain/sla/local-time';
import Box from '@mui/material/Box';
import { barsOf, type Week } from '../time/working-hours';

const percent = (minutes: number) => `${(minutes / DAY_MINUTES) * 100}%`;
const HOURS = [0, 6, 12, 18, 24];
/** Quiet lines every six hours. */
const GRID = `repeating-linear-gradient(90deg, transparent 0, transparent calc(25% - 1px), var(--mui-palette-divider) calc(25% - 1px), var(--mui-palette-divider) 25%)`;

/** The hours of the day above the bars. */
export function WeekScale() {
  return (
    <Box
      aria-hidden="true"
      sx={{ position: 'relative', height: 16, typography: 'caption', color: 'text.tertiary', whiteSpace: 'nowrap' }}
    >
      {HOURS.map((hour) => (
        <Box
          component="span"
          key={hour}
          sx={{
            position: 'absolute',
            left: percent(hour * 60),
            transform: hour === 0 ? 'none' : hour === 24 ? 'translateX(-100%)' : 'translateX(-50%)',
            fontVariantNumeric: 'tabular-nums',
          }}
        >
          {hour}
        </Box>
      ))}
    </Box>
  );
}

/** What is open on one day, from midnight to midnight. What began the evening before is hatched. */
export function WeekBar({ week, day, low = false }: { week: Week; day: number; low?: boolean }) {
  return (
    <Box
      aria-hidden="true"
      sx={{
        position: 'relative',
        flex: 1,
        height: low ? 8 : 20,
        borderRadius: '4px',
        bgcolor: 'surface.neutral',
        backgroundImage: low ? undefined : GRID,
        overflow: 'hidden',
      }}
    >
      {barsOf(week, day).map(({ from, to, since }) => (
        <Box
          key={`${from}-${to}-${since ?? ''}`}
          sx={{
            position: 'absolute',
            top: 0,
            bottom: 0,
            left: percent(from),
            width: percent(to - from),
            borderRadius: '3px',
            bgcolor: 'primary.main',
            ...(since && {
              backgroundImage: 'repeating-linear-gradient(135deg, transparent 0 4px, rgba(255,255,255,.45) 4px 6px)',
            }),
          }}
        />
      ))}
    </Box>
  );
}
