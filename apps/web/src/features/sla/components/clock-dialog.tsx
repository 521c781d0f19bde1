import type { ClockResponse } from '@baton/contracts/sla/sla.response';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import Check from '@mui/icons-material/CheckCircleOutlineOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useId } from 'react';
import { words } from '../../../shared/text/words.texts';
import { formatClock } from '../../../shared/time/format-time';
import { useAtNow } from '../../../shared/time/use-now';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { BesidePopover } from '../../../shared/ui/beside-popover';
import { ChoiceButton } from '../../../shared/ui/choice-button';
import { endedAt, lookAt } from '../clock-state';
import { endLine, headline } from '../clock-words';
import { piecesOf } from '../intervals';
import { texts } from '../sla.texts';
import { ClockFacts } from './clock-facts';
import { IntervalBand } from './interval-band';
import { IntervalDays } from './interval-days';

const say = texts.dialog;
const MINUTE = 60_000;

interface Cycle {
  metric: ClockResponse['metric'];
  cycle: number;
}

interface Props {
  anchor: HTMLElement;
  clocks: readonly ClockResponse[];
  chosen: Cycle;
  /** Of the ticket as it is now. */
  priority: Priority;
  onChoose: (cycle: Cycle) => void;
  onClose: () => void;
}

function Headline({ clock, zone }: { clock: ClockResponse; zone: string }) {
  const figure = useAtNow((now) => headline(clock, now).figure);
  const about = useAtNow((now) => headline(clock, now).about);
  const end = useAtNow((now) => endLine(clock, now, zone));
  const look = useAtNow((now) => lookAt(clock, now));
  return (
    <Box sx={{ mt: 0.5, fontVariantNumeric: 'tabular-nums' }}>
      <Box component="span" sx={{ typography: 'h1', color: look === 'over' ? 'error.text' : 'text.primary', mr: 1 }}>
        {figure}
      </Box>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {about},{' '}
        <Box component="span" sx={{ fontWeight: 500, color: 'text.primary' }}>
          {look === 'cancelled' || look === 'paused' ? texts.state[look].toLowerCase() : end}
        </Box>
      </Box>
    </Box>
  );
}

/** A clock's time, as a band and in words. */
function Intervals({ clock, zone }: { clock: ClockResponse; zone: string }) {
  const minute = useAtNow((now) => Math.floor(now / MINUTE) * MINUTE);
  const ended = endedAt(clock);
  const cut = ended ?? minute;
  const { past, ahead } = piecesOf(clock.intervals, cut);
  const toCome = ended === null && clock.state !== 'paused' ? ahead : [];
  const at = (ms: number) => formatClock(new Date(ms), new Date(cut), zone);
  return (
    <>
      <IntervalBand past={past} ahead={toCome} clock={at} now={ended === null ? minute : undefined} />
      <IntervalDays pieces={[...past, ...toCome]} zone={zone} now={ended === null ? minute : undefined} />
    </>
  );
}

const keyOf = ({ metric, cycle }: Cycle) => `${metric}:${cycle}`;

function Title({
  id,
  clocks,
  clock,
  onChoose,
}: { id: string; clock: ClockResponse } & Pick<Props, 'clocks' | 'onChoose'>) {
  const options = clocks.map(({ metric, cycle }) => ({
    value: keyOf({ metric, cycle }),
    label: cycle > 1 ? say.cycle(words.metric[metric], cycle) : words.metric[metric],
  }));
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box component="h2" id={id} sx={{ flex: 1, m: 0, typography: 'h4' }}>
        {say.clock(words.metric[clock.metric])}
      </Box>
      {clocks.length > 1 && (
        <ChoiceButton
          label={say.choose}
          value={keyOf(clock)}
          options={options}
          onChange={(key) => onChoose(clocks.find((each) => keyOf(each) === key) ?? clock)}
        />
      )}
    </Box>
  );
}

function Recomputed({ same }: { same: boolean }) {
  const Icon = same ? Check : ErrorOutline;
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 2.5,
        py: 1.5,
        typography: 'caption',
        bgcolor: 'surface.sunken',
        color: same ? 'text.secondary' : 'error.text',
        '& > svg': { fontSize: 16, color: same ? 'success.text' : 'error.text' },
      }}
    >
      <Icon />
      {same ? say.same : say.other}
    </Box>
  );
}

/** The sum behind a deadline: which time counted, which did not, and by what rules. */
export function ClockDialog({ anchor, clocks, chosen, priority, onChoose, onClose }: Props) {
  const titleId = useId();
  const zone = useTimeZone();
  const clock = clocks.find((each) => keyOf(each) === keyOf(chosen)) ?? clocks[0];
  if (!clock) return null;
  return (
    <BesidePopover anchor={anchor} titleId={titleId} width={396} level="center" onClose={onClose}>
      <Box
        sx={{
          position: 'relative',
          px: 2.5,
          pt: 2,
          pb: 2,
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 1fr)',
          gap: 2,
        }}
      >
        <Box sx={{ pr: 5 }}>
          <Title id={titleId} clocks={clocks} clock={clock} onChoose={onChoose} />
        </Box>
        <IconButton aria-label={say.close} onClick={onClose} sx={{ position: 'absolute', top: 12, right: 12 }}>
          <Close />
        </IconButton>
        <Headline clock={clock} zone={zone} />
        <Intervals key={keyOf(clock)} clock={clock} zone={zone} />
        <ClockFacts clock={clock} zone={zone} priority={priority} />
      </Box>
      <Recomputed same={clock.recomputed} />
    </BesidePopover>
  );
}
