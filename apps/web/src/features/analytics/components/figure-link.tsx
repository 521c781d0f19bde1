import type { FigureResponse } from '@baton/contracts/analytics/analytics.response';
import Box from '@mui/material/Box';
import { formatDuration } from '../../../shared/time/format-time';
import { Link } from '../../../shared/ui/link';
import { texts } from '../analytics.texts';

/** Where the tickets behind a number are listed. */
export const listOf = ({ filter }: FigureResponse): string => `/queue?${filter}`;

export const durationText = ({ value }: FigureResponse): string =>
  value === null ? texts.none : formatDuration(value * 1000);

interface Props {
  figure: FigureResponse;
  /** Seconds instead of a count. */
  duration?: boolean;
  label?: string;
}

/** A number that opens its tickets. */
export function FigureLink({ figure, duration = false, label }: Props) {
  const shown = duration ? durationText(figure) : String(figure.value ?? texts.none);
  if (figure.value === null) return <Box sx={{ color: 'text.tertiary' }}>{shown}</Box>;
  return (
    <Box
      component={Link}
      to={listOf(figure)}
      aria-label={label && texts.figureOf(label, shown)}
      sx={{
        borderRadius: '4px',
        color: figure.tickets > 0 ? 'text.primary' : 'text.tertiary',
        textDecoration: 'none',
        whiteSpace: 'nowrap',
        fontVariantNumeric: 'tabular-nums',
        '&:hover': { color: 'primary.text', textDecoration: 'underline' },
      }}
    >
      {shown}
    </Box>
  );
}
