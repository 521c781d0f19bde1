import CheckCircle from '@mui/icons-material/CheckCircleOutlineOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Pause from '@mui/icons-material/PauseOutlined';
import Remove from '@mui/icons-material/RemoveCircleOutlineOutlined';
import Schedule from '@mui/icons-material/ScheduleOutlined';
import Timer from '@mui/icons-material/TimerOutlined';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import type { ClockLook } from '../clock-state';

interface Look {
  Icon: ComponentType<SvgIconProps>;
  /** Of the icon and of what is said at the end of the line. */
  color: string;
  /** Of an icon that stays quiet where the words do not. */
  iconColor?: string;
  bar: string;
}

export const CLOCK_LOOKS: Record<ClockLook, Look> = {
  calm: { Icon: Schedule, color: 'text.primary', iconColor: 'text.secondary', bar: 'primary.main' },
  warned: { Icon: Timer, color: 'warning.text', bar: 'warning.main' },
  over: { Icon: ErrorOutline, color: 'error.text', bar: 'error.main' },
  paused: { Icon: Pause, color: 'text.secondary', bar: 'primary.main' },
  met: { Icon: CheckCircle, color: 'success.text', bar: 'success.main' },
  late: { Icon: CheckCircle, color: 'error.text', bar: 'error.main' },
  cancelled: { Icon: Remove, color: 'text.secondary', bar: 'outline.control' },
};
