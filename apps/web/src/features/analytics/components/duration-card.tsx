import type { FigureResponse } from '@baton/contracts/analytics/analytics.response';
import ArrowDownward from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpward from '@mui/icons-material/ArrowUpwardOutlined';
import Box from '@mui/material/Box';
import { formatDuration } from '../../../shared/time/format-time';
import { Panel } from '../../../shared/ui/panel';
import { texts } from '../analytics.texts';
import { FigureLink } from './figure-link';

interface Props {
  title: string;
  text: string;
  median: FigureResponse;
  before: FigureResponse;
  p90: FigureResponse;
  /** How many days each period has. */
  days: number;
}

/** Faster or slower than before, in words and with an arrow: never by colour alone. */
function Change({ median, before, days }: Pick<Props, 'median' | 'before' | 'days'>) {
  if (median.value === null || before.value === null) return null;
  const seconds = median.value - before.value;
  const difference = formatDuration(Math.abs(seconds) * 1000);
  const Arrow = seconds < 0 ? ArrowDownward : ArrowUpward;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5, typography: 'caption' }}>
      {seconds === 0 ? (
        <span>{texts.unchanged}</span>
      ) : (
        <Box
          component="span"
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 0.5,
            fontWeight: 600,
            color: seconds < 0 ? 'success.text' : 'error.text',
          }}
        >
          <Arrow sx={{ fontSize: 14 }} />
          {seconds < 0 ? texts.faster(difference) : texts.slower(difference)}
        </Box>
      )}
      <Box component="span" sx={{ color: 'text.tertiary' }}>
        {texts.versus(days)}
      </Box>
    </Box>
  );
}

function Track({
  label,
  figure,
  longest,
  quiet,
}: {
  label: string;
  figure: FigureResponse;
  longest: number;
  quiet?: boolean;
}) {
  return (
    <div>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, typography: 'caption', mb: 0.5 }}>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {label}
        </Box>
        <Box component="span" sx={{ fontWeight: 600 }}>
          <FigureLink duration figure={figure} label={label} />
        </Box>
      </Box>
      <Box sx={{ height: 6, borderRadius: '3px', bgcolor: 'ghost', overflow: 'hidden' }}>
        <Box
          sx={{
            height: 1,
            width: `${((figure.value ?? 0) / longest) * 100}%`,
            borderRadius: '3px',
            bgcolor: quiet ? 'outline.control' : 'primary.main',
          }}
        />
      </Box>
    </div>
  );
}

/** How long something takes: half of the tickets, nine of ten, and before. */
export function DurationCard({ title, text, median, before, p90, days }: Props) {
  const longest = Math.max(1, ...[median, before, p90].map(({ value }) => value ?? 0));
  return (
    <Panel component="section" aria-label={title} sx={{ p: 2.5 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Box component="h2" sx={{ m: 0, typography: 'h6' }}>
          {title}
        </Box>
        <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>{texts.overTickets(median.tickets)}</Box>
      </Box>
      <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>{text}</Box>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1, mt: 1 }}>
        <Box sx={{ typography: 'h1' }}>
          <FigureLink duration figure={median} label={title} />
        </Box>
        <Box sx={{ color: 'text.secondary' }}>{median.value === null ? texts.noDuration : texts.median}</Box>
      </Box>
      <Change median={median} before={before} days={days} />
      <Box sx={{ display: 'grid', gap: 1.25, mt: 2 }}>
        <Track label={texts.thisPeriod} figure={median} longest={longest} />
        {before.value !== null && <Track label={texts.periodBefore} figure={before} longest={longest} quiet />}
        <Track label={`${texts.p90} · ${texts.p90Text}`} figure={p90} longest={longest} />
      </Box>
    </Panel>
  );
}
