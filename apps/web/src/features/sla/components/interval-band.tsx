import Box from '@mui/material/Box';
import { type Drawn, drawn, type Piece } from '../intervals';
import { texts } from '../sla.texts';
import { PIECE_LOOKS } from './interval-look';

/** Closer to an end than this, its label and the one of now would touch. */
const NEAR = 0.24;

const widthOf = (pieces: readonly Drawn[]) => pieces.reduce((sum, { width }) => sum + width, 0);

function Run({ pieces }: { pieces: readonly Drawn[] }) {
  return (
    <Box sx={{ display: 'flex', gap: '2px', minWidth: 0 }} style={{ flex: `${widthOf(pieces)} 1 0` }}>
      {pieces.map(({ from, kind, width }) => (
        <Box
          key={`${from}-${kind}`}
          sx={{ height: 16, minWidth: 2, borderRadius: '3px', ...PIECE_LOOKS[kind].ground }}
          style={{ flex: `${width} 1 0` }}
        />
      ))}
    </Box>
  );
}

interface Props {
  past: readonly Piece[];
  ahead: readonly Piece[];
  /** A moment in words. */
  clock: (ms: number) => string;
  /** Where past and ahead meet, when that is now. */
  now?: number;
}

/** A clock's time as one band: closed time is compressed, so that what counts can be seen. */
export function IntervalBand({ past, ahead, clock, now }: Props) {
  const all = [...past, ...ahead];
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return null;
  const [before, after] = [drawn(past), drawn(ahead)];
  const share = widthOf(before) / (widthOf(before) + widthOf(after));
  const isMarked = now !== undefined && ahead.length > 0;
  const caption = { typography: 'caption', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' } as const;
  return (
    <Box aria-hidden="true">
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '2px', height: 22 }}>
        {before.length > 0 && <Run pieces={before} />}
        {isMarked && <Box sx={{ width: 2, height: 22, flex: 'none', bgcolor: 'text.primary' }} />}
        {after.length > 0 && <Run pieces={after} />}
      </Box>
      <Box sx={{ position: 'relative', display: 'flex', justifyContent: 'space-between', mt: 0.25, ...caption }}>
        <Box component="span" sx={{ visibility: isMarked && share < NEAR ? 'hidden' : undefined }}>
          {clock(first.from)}
        </Box>
        {isMarked && (
          <Box
            component="span"
            sx={{
              position: 'absolute',
              whiteSpace: 'nowrap',
              transform: `translateX(-${Math.round(share * 100)}%)`,
              fontWeight: 600,
              color: 'text.primary',
            }}
            style={{ left: `${share * 100}%` }}
          >
            {texts.dialog.nowAt(clock(now))}
          </Box>
        )}
        <Box component="span" sx={{ visibility: isMarked && share > 1 - NEAR ? 'hidden' : undefined }}>
          {clock(last.to)}
        </Box>
      </Box>
    </Box>
  );
}
