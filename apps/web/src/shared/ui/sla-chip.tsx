import type { TicketSlaResponse } from '@baton/contracts/tickets/ticket-sla.response';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Pause from '@mui/icons-material/PauseOutlined';
import Schedule from '@mui/icons-material/ScheduleOutlined';
import Timer from '@mui/icons-material/TimerOutlined';
import type { PointerEvent } from 'react';
import { words } from '../text/words.texts';
import { formatClock, formatDuration } from '../time/format-time';
import { useAtNow } from '../time/use-now';
import { useTimeZone } from '../time/use-time-zone';
import { fixedBox } from './fixed-box';
import { texts } from './kit.texts';
import { VisuallyHidden } from './visually-hidden';

const say = texts.sla;
const MINUTE = 60_000;

type Look = 'calm' | 'warned' | 'over' | 'paused';
const ICONS = { calm: Schedule, warned: Timer, over: ErrorOutline, paused: Pause };

const dueMs = ({ dueAt }: TicketSlaResponse): number => (dueAt === null ? Number.NaN : Date.parse(dueAt));

/** The server says what is overdue; until it has, the deadline itself does. */
function lookAt(sla: TicketSlaResponse, now: number): Look {
  if (sla.state === 'overdue' || dueMs(sla) <= now) return 'over';
  if (sla.state === 'paused') return 'paused';
  return sla.warned ? 'warned' : 'calm';
}

/** In whole minutes: lists do not flicker each second. */
const inMinutes = (ms: number): string => (ms < 60 * MINUTE ? `${Math.floor(ms / MINUTE)}m` : formatDuration(ms));

/** `38m` until it is due, `12m over` after; a clock of the server that is ahead of this one is believed. */
export function slaWords(sla: TicketSlaResponse, now: number): string {
  const left = dueMs(sla) - now;
  if (lookAt(sla, now) === 'over')
    return left > -MINUTE || Number.isNaN(left) ? say.overdue : say.over(inMinutes(-left));
  if (Number.isNaN(left)) return say.paused;
  return left < MINUTE ? say.lastMinute : inMinutes(left);
}

function aboutTime(sla: TicketSlaResponse, look: Look): string {
  const metric = words.metric[sla.metric];
  if (look === 'over' || look === 'paused') return say.about(metric);
  return say.dueIn(metric);
}

const Chip = fixedBox('span', {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.5,
  flex: 'none',
  height: 20,
  px: 0.75,
  borderRadius: '5px',
  typography: 'caption',
  fontWeight: 600,
  whiteSpace: 'nowrap',
  fontVariantNumeric: 'tabular-nums',
  color: 'text.secondary',
  '& > svg': { fontSize: 14 },
  // Only what needs action gets a fill.
  '&[data-look="calm"], &[data-look="paused"]': { px: 0, fontWeight: 500 },
  '&[data-look="warned"]': { color: 'warning.text', bgcolor: 'warning.soft' },
  '&[data-look="over"]': { color: 'error.text', bgcolor: 'error.soft' },
});

const clear = ({ currentTarget }: PointerEvent<HTMLElement>) => currentTarget.removeAttribute('title');

/** How long until a ticket's next promise is due, counting down by itself. */
export function SlaChip({ sla }: { sla: TicketSlaResponse }) {
  const zone = useTimeZone();
  const look = useAtNow((now) => lookAt(sla, now));
  const time = useAtNow((now) => slaWords(sla, now));
  const Icon = ICONS[look];
  const metric = words.metric[sla.metric];
  // The exact moment is for those who point at it.
  const tell = ({ currentTarget }: PointerEvent<HTMLElement>) => {
    const due = sla.dueAt && say.due(metric, formatClock(new Date(sla.dueAt), new Date(), zone));
    currentTarget.title = due || say.pausedIs(metric);
  };
  return (
    <Chip data-look={look} onPointerEnter={tell} onPointerLeave={clear}>
      <Icon />
      <span>
        <VisuallyHidden>{aboutTime(sla, look)}</VisuallyHidden>
        {time}
      </span>
    </Chip>
  );
}
