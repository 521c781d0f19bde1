import type { DayResponse, FigureResponse } from '@baton/contracts/analytics/analytics.response';
import Box from '@mui/material/Box';
import { formatDay } from '../../../shared/time/format-time';
import { useNow } from '../../../shared/time/use-now';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { Link } from '../../../shared/ui/link';
import { texts } from '../analytics.texts';
import { labelled, ticks } from '../chart-scale';
import { BacklogStrip } from './backlog-strip';
import { listOf } from './figure-link';

const HEIGHT = { xs: 180, lg: 252 };
const AXIS = 32;
const percent = (share: number): string => `${share * 100}%`;

interface BarProps {
  figure: FigureResponse;
  highest: number;
  outlined?: boolean;
  title: string;
}

/** A bar is a shortcut for the mouse; the table has the same links for everybody. */
function Bar({ figure, highest, outlined = false, title }: BarProps) {
  return (
    <Box
      component={Link}
      to={listOf(figure)}
      tabIndex={-1}
      title={title}
      sx={{
        alignSelf: 'flex-end',
        flex: 1,
        maxWidth: 10,
        height: percent(figure.tickets / highest),
        minHeight: figure.tickets > 0 ? 2 : 0,
        borderRadius: '2px 2px 0 0',
        border: outlined ? '1.5px solid' : 0,
        borderColor: 'primary.main',
        bgcolor: outlined ? 'primary.soft' : 'primary.main',
        ...(figure.tickets === 0 && { border: 0 }),
        '&:hover': { bgcolor: outlined ? 'primary.soft2' : 'primary.button' },
      }}
    />
  );
}

function GridLine({ tick, highest }: { tick: number; highest: number }) {
  return (
    <Box
      sx={{
        position: 'absolute',
        left: 0,
        right: 0,
        bottom: percent(tick / highest),
        borderTop: '1px solid',
        borderColor: 'divider',
      }}
    >
      <Box
        component="span"
        sx={{
          position: 'absolute',
          right: 'calc(100% + 8px)',
          top: -8,
          typography: 'caption',
          color: 'text.tertiary',
          fontVariantNumeric: 'tabular-nums',
          whiteSpace: 'nowrap',
        }}
      >
        {tick}
      </Box>
    </Box>
  );
}

function DayLabels({ bars, nameOf }: { bars: readonly DayResponse[]; nameOf: (day: DayResponse) => string }) {
  const shown = labelled(bars.length);
  return (
    <Box sx={{ position: 'relative', height: 20, mt: 0.75, typography: 'caption', color: 'text.tertiary' }}>
      {bars.map(
        (day, index) =>
          shown.has(index) && (
            <Box
              component="span"
              key={day.from}
              sx={{
                position: 'absolute',
                left: percent((index + 0.5) / bars.length),
                // The outer ones stay inside.
                transform: `translateX(-${percent(index / Math.max(1, bars.length - 1))})`,
                whiteSpace: 'nowrap',
              }}
            >
              {nameOf(day)}
            </Box>
          ),
      )}
    </Box>
  );
}

/** Created solid, resolved outlined; the backlog has its own strip instead of a second axis. */
export function VolumeChart({ bars }: { bars: readonly DayResponse[] }) {
  const now = useNow();
  const zone = useTimeZone();
  const steps = ticks(Math.max(0, ...bars.flatMap(({ created, resolved }) => [created.tickets, resolved.tickets])));
  const highest = steps.at(-1) ?? 1;
  const nameOf = (day: DayResponse) => formatDay(new Date(day.from), now, zone);
  const titleOf = (day: DayResponse, name: string, figure: FigureResponse) =>
    texts.barLabel(nameOf(day), name, figure.tickets);
  return (
    <Box aria-hidden="true" sx={{ pl: `${AXIS}px`, pt: 1 }}>
      <Box sx={{ position: 'relative', height: HEIGHT }}>
        {steps.map((tick) => (
          <GridLine key={tick} tick={tick} highest={highest} />
        ))}
        <Box sx={{ position: 'absolute', inset: 0, display: 'flex' }}>
          {bars.map((day) => (
            <Box
              key={day.from}
              sx={{
                flex: 1,
                minWidth: 0,
                display: 'flex',
                justifyContent: 'center',
                gap: bars.length > 40 ? '1px' : '2px',
                px: bars.length > 40 ? 0 : '1px',
                borderRadius: '4px 4px 0 0',
                '&:hover': { bgcolor: 'surface.hover' },
              }}
            >
              <Bar figure={day.created} highest={highest} title={titleOf(day, texts.created, day.created)} />
              <Bar
                outlined
                figure={day.resolved}
                highest={highest}
                title={titleOf(day, texts.resolved, day.resolved)}
              />
            </Box>
          ))}
        </Box>
      </Box>
      <BacklogStrip bars={bars} nameOf={nameOf} />
      <DayLabels bars={bars} nameOf={nameOf} />
    </Box>
  );
}
