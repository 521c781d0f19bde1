import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { formatClock, formatDate, formatLength } from '../../../shared/time/format-time';
import { byDay, type Piece } from '../intervals';
import { texts } from '../sla.texts';
import { PIECE_LOOKS } from './interval-look';

const say = texts.interval;
/** So many days are read; of more, the first and the last. */
const FEW = 8;
const ENDS = 3;

interface Props {
  pieces: readonly Piece[];
  zone: string;
  /** Where what was and what is to come meet. */
  now?: number;
}

function PieceRow({ piece, zone, now }: { piece: Piece; zone: string; now?: number }) {
  const { Icon, ground, counts } = PIECE_LOOKS[piece.kind];
  const start = new Date(piece.from);
  const at = (ms: number) => (ms === now ? texts.dialog.now : formatClock(new Date(ms), start, zone));
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'subgrid',
        gridColumn: '1 / -1',
        alignItems: 'center',
        minHeight: 32,
        fontVariantNumeric: 'tabular-nums',
        color: counts ? 'text.primary' : 'text.secondary',
      }}
    >
      <Box sx={{ width: 12, height: 12, borderRadius: '3px', ...ground }} />
      <span>{say.span(at(piece.from), at(piece.to))}</span>
      <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 0.75, minWidth: 0 }}>
        {Icon && <Icon sx={{ fontSize: 16 }} />}
        {piece.kind === 'counted' && piece.running ? say.running : say[piece.kind]}
      </Box>
      <Box component="span" sx={{ fontWeight: counts ? 600 : 400, textAlign: 'right' }}>
        {formatLength(piece.to - piece.from)}
      </Box>
    </Box>
  );
}

/** The same time in words, day by day. */
export function IntervalDays({ pieces, zone, now }: Props) {
  const [all, setAll] = useState(false);
  const days = byDay(pieces, (ms) => formatDate(new Date(ms), zone));
  const hidden = all || days.length <= FEW ? 0 : days.length - 2 * ENDS;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: '12px max-content minmax(0, 1fr) auto',
        columnGap: 1.25,
        rowGap: 1.5,
        '& > *, & ul': { gridColumn: '1 / -1' },
        '& > section, & ul': { display: 'grid', gridTemplateColumns: 'subgrid' },
      }}
    >
      {days.map(({ day, pieces: ofDay }, index) => {
        if (hidden > 0 && index > ENDS && index < ENDS + hidden) return null;
        if (hidden > 0 && index === ENDS)
          return (
            <Button
              key="between"
              variant="text"
              size="small"
              sx={{ justifySelf: 'start' }}
              onClick={() => setAll(true)}
            >
              {say.between(hidden)}
            </Button>
          );
        return (
          <Box key={`${day}-${ofDay[0]?.from}`} component="section" aria-label={day}>
            <Box sx={{ gridColumn: '1 / -1', typography: 'caption', fontWeight: 600, color: 'text.secondary' }}>
              {day}
            </Box>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {ofDay.map((piece) => (
                <PieceRow key={`${piece.from}-${piece.kind}`} piece={piece} zone={zone} now={now} />
              ))}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
