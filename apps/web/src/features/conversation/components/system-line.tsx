import type { TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import AddCircle from '@mui/icons-material/AddCircleOutlineOutlined';
import CallMerge from '@mui/icons-material/CallMergeOutlined';
import CallSplit from '@mui/icons-material/CallSplitOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Group from '@mui/icons-material/GroupOutlined';
import Link from '@mui/icons-material/LinkOutlined';
import PersonAdd from '@mui/icons-material/PersonAddAltOutlined';
import Schedule from '@mui/icons-material/ScheduleOutlined';
import Timer from '@mui/icons-material/TimerOutlined';
import Visibility from '@mui/icons-material/VisibilityOutlined';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { fixedBox } from '../../../shared/ui/fixed-box';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { STATUS_LOOKS } from '../../../shared/ui/status-icon';
import { entryWords, piecesOf } from '../entry-words';
import { useFieldNames } from '../use-field-names';

const ICONS: Record<string, ComponentType<SvgIconProps>> = {
  'ticket.created': AddCircle,
  'ticket.assigned': PersonAdd,
  'ticket.team_changed': Group,
  'ticket.watcher_added': Visibility,
  'ticket.watcher_removed': Visibility,
  'ticket.followed_up': Link,
  'ticket.linked': Link,
  'ticket.unlinked': Link,
  'ticket.merged': CallMerge,
  'ticket.unmerged': CallSplit,
  'ticket.split': CallSplit,
  'ticket.unsplit': CallMerge,
  'assignment.waiting': Schedule,
  'sla.warning': Timer,
  'sla.breached': ErrorOutline,
  'sla.target_changed': Schedule,
};

const iconOf = ({ type, data }: TimelineEntryResponse): ComponentType<SvgIconProps> =>
  type === 'ticket.status_changed' ? STATUS_LOOKS[data.to as TicketStatus].Icon : (ICONS[type] ?? Edit);

const Line = fixedBox('div', {
  display: 'flex',
  alignItems: 'center',
  gap: 1.5,
  minHeight: 28,
  py: 0.5,
  my: 0.25,
  pl: 1,
  pr: 1.5,
  typography: 'caption',
  color: 'text.secondary',
});
const Sign = fixedBox('div', { display: 'grid', placeItems: 'center', width: 32, flex: 'none' });
const Words = fixedBox('div', {
  minWidth: 0,
  '& > b': { fontWeight: 600, color: 'text.primary' },
  '& > span': { ml: 1.5, color: 'text.tertiary' },
});

/** What happened, in one quiet line. */
export function SystemLine({ entry }: { entry: TimelineEntryResponse }) {
  const Icon = iconOf(entry);
  const fieldNames = useFieldNames(entry);
  const zone = useTimeZone();
  return (
    <Line>
      <Sign>
        <Icon style={{ fontSize: 16 }} />
      </Sign>
      <Words>
        {piecesOf(entryWords(entry, fieldNames, zone)).map(({ text, strong }, index) =>
          strong ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence never move
            <b key={index}>{text}</b>
          ) : (
            text
          ),
        )}
        <span>
          <RelativeTime at={entry.at} format="clock" />
        </span>
      </Words>
    </Line>
  );
}
