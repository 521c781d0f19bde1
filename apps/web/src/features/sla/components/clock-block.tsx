import type { ClockResponse } from '@baton/contracts/sla/sla.response';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { words } from '../../../shared/text/words.texts';
import { useAtNow } from '../../../shared/time/use-now';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
import { lookAt, shareAt } from '../clock-state';
import { endLine, remainsWords, targetLine } from '../clock-words';
import { texts } from '../sla.texts';
import { ClockBar } from './clock-bar';
import { CLOCK_LOOKS } from './clock-look';

const line = { display: 'flex', justifyContent: 'space-between', gap: 1, width: 1, textAlign: 'left' } as const;
/** Finer steps of a bar of 272 px cannot be seen. */
const STEPS = 500;

interface Props {
  clock: ClockResponse;
  onOpen: () => void;
}

/** One promise: what is left, how much is used, and until when. Opens its intervals. */
export function ClockBlock({ clock, onOpen }: Props) {
  const zone = useTimeZone();
  const look = useAtNow((now) => lookAt(clock, now));
  const remains = useAtNow((now) => remainsWords(clock, now));
  const share = useAtNow((now) => Math.round(shareAt(clock, now) * STEPS) / STEPS);
  const below = useAtNow((now) => targetLine(clock, now));
  const end = useAtNow((now) => endLine(clock, now, zone));
  const { Icon, color, iconColor = color, bar } = CLOCK_LOOKS[look];
  const metric = words.metric[clock.metric];
  return (
    <ButtonBase
      onClick={onOpen}
      title={texts.showIntervals(metric)}
      sx={{
        display: 'block',
        width: 'calc(100% + 16px)',
        mx: -1,
        px: 1,
        py: 1,
        borderRadius: '8px',
        '&:hover': { bgcolor: 'surface.neutral' },
      }}
    >
      <Box component="span" sx={{ ...line, alignItems: 'center', mb: 0.75 }}>
        <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
          <Icon sx={{ fontSize: 18, color: iconColor }} />
          <span>{metric}</span>
          <VisuallyHidden>{texts.state[look]}</VisuallyHidden>
        </Box>
        <Box component="span" sx={{ fontWeight: 600, color, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
          {remains}
        </Box>
      </Box>
      <ClockBar
        share={look === 'over' || look === 'late' ? 1 : share}
        color={bar}
        notches={clock.warnings.map(({ percent }) => percent)}
        ground="surface.sunken"
      />
      <Box
        component="span"
        sx={{
          ...line,
          flexWrap: 'wrap',
          mt: 0.5,
          typography: 'caption',
          color: 'text.secondary',
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        <span>{below}</span>
        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
          {end}
        </Box>
      </Box>
    </ButtonBase>
  );
}
