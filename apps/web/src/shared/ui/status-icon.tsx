import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import AddCircle from '@mui/icons-material/AddCircleOutlineOutlined';
import CheckCircle from '@mui/icons-material/CheckCircleOutlineOutlined';
import Lock from '@mui/icons-material/LockOutlined';
import PauseCircle from '@mui/icons-material/PauseCircleOutlineOutlined';
import RadioButton from '@mui/icons-material/RadioButtonUncheckedOutlined';
import RemoveCircle from '@mui/icons-material/RemoveCircleOutlineOutlined';
import Timelapse from '@mui/icons-material/TimelapseOutlined';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import { words } from '../text/words.texts';
import { colorOf } from './color-of';
import { texts } from './kit.texts';

interface Look {
  Icon: ComponentType<SvgIconProps>;
  color: string;
  ground: string;
}

/** How each status looks. The shape differs as well as the colour. */
export const STATUS_LOOKS: Record<TicketStatus, Look> = {
  new: { Icon: AddCircle, color: 'info.text', ground: 'info.soft' },
  open: { Icon: RadioButton, color: 'text.secondary', ground: 'surface.neutral' },
  in_progress: { Icon: Timelapse, color: 'primary.text', ground: 'primary.soft' },
  waiting: { Icon: PauseCircle, color: 'warning.text', ground: 'warning.soft' },
  resolved: { Icon: CheckCircle, color: 'success.text', ground: 'success.soft' },
  closed: { Icon: Lock, color: 'text.secondary', ground: 'surface.neutral' },
  withdrawn: { Icon: RemoveCircle, color: 'text.secondary', ground: 'surface.neutral' },
};

interface Props {
  status: TicketStatus;
  size?: number;
  /** The status stands in text beside it. */
  decorative?: boolean;
}

export function StatusIcon({ status, size = 16, decorative = false }: Props) {
  const { Icon, color } = STATUS_LOOKS[status];
  return (
    <Icon
      // `titleAccess` gives both the accessible name and the browser's own tooltip.
      titleAccess={decorative ? undefined : texts.status(words.status[status])}
      style={{ fontSize: size, color: colorOf(color), flex: 'none' }}
    />
  );
}
