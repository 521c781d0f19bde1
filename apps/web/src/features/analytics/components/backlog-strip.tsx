import type { DayResponse } from '@baton/contracts/analytics/analytics.response';
import Box from '@mui/material/Box';
import { Link } from '../../../shared/ui/link';
import { texts } from '../analytics.texts';
import { listOf } from './figure-link';

const HEIGHT = 72;

interface Props {
  bars: readonly DayResponse[];
  nameOf: (day: DayResponse) => string;
}

/** How much was left at the end of each day. */
export function BacklogStrip({ bars, nameOf }: Props) {
  const last = bars.at(-1);
  if (!last) return null;
  const highest = Math.max(1, ...bars.map(({ backlog }) => backlog.tickets));
  const x = (index: number) => ((index + 0.5) / bars.length) * 100;
  const y = (day: DayResponse) => 100 - (day.backlog.tickets / highest) * 100;
  const line = bars.map((day, index) => `${x(index)},${y(day)}`).join(' ');
  return (
    <Box sx={{ position: 'relative', height: HEIGHT, mt: 4, borderBottom: '1px solid', borderColor: 'divider' }}>
      <Box
        component="svg"
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        sx={{ position: 'absolute', width: 1, height: 1, overflow: 'visible', color: 'text.secondary' }}
      >
        <polygon points={`${x(0)},100 ${line} ${x(bars.length - 1)},100`} fill="currentColor" opacity=".1" />
        <polyline
          points={line}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </Box>
      <Box sx={{ position: 'absolute', inset: 0, display: 'flex' }}>
        {bars.map((day) => (
          <Box
            component={Link}
            key={day.from}
            to={listOf(day.backlog)}
            tabIndex={-1}
            title={texts.barLabel(nameOf(day), texts.backlog, day.backlog.tickets)}
            sx={{ flex: 1, '&:hover': { bgcolor: 'rgba(var(--mui-palette-primary-mainChannel) / .1)' } }}
          />
        ))}
      </Box>
      <Box
        sx={{
          position: 'absolute',
          right: `${100 - x(bars.length - 1)}%`,
          top: `${y(last)}%`,
          width: 8,
          height: 8,
          mr: '-4px',
          mt: '-4px',
          borderRadius: '50%',
          bgcolor: 'text.secondary',
          boxShadow: '0 0 0 2px var(--mui-palette-background-paper)',
        }}
      />
      <Box
        sx={{
          position: 'absolute',
          right: `${100 - x(bars.length - 1)}%`,
          top: `calc(${y(last)}% - 24px)`,
          typography: 'caption',
          fontWeight: 600,
          pointerEvents: 'none',
        }}
      >
        {texts.backlogLabel(last.backlog.tickets)}
      </Box>
    </Box>
  );
}
