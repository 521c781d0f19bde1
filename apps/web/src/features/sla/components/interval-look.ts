import Bedtime from '@mui/icons-material/BedtimeOutlined';
import Event from '@mui/icons-material/EventBusyOutlined';
import Pause from '@mui/icons-material/PauseOutlined';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import type { PieceKind } from '../intervals';

const hatched = (color: string) => `repeating-linear-gradient(135deg, ${color} 0 3px, transparent 3px 6px)`;

interface Look {
  Icon?: ComponentType<SvgIconProps>;
  ground: object;
  /** It counts towards the target, now or later. */
  counts?: true;
}

/** Solid counts, hatched is closed, dotted waits, outlined is still to come. */
export const PIECE_LOOKS: Record<PieceKind, Look> = {
  counted: { ground: { bgcolor: 'primary.main' }, counts: true },
  ahead: { ground: { boxShadow: 'inset 0 0 0 1.5px var(--mui-palette-primary-main)' }, counts: true },
  closed: { Icon: Bedtime, ground: { backgroundImage: hatched('var(--mui-palette-ghost)') } },
  holiday: { Icon: Event, ground: { backgroundImage: hatched('var(--mui-palette-note-edge)') } },
  paused: {
    Icon: Pause,
    ground: {
      bgcolor: 'warning.soft',
      backgroundImage: 'radial-gradient(var(--mui-palette-warning-text) 1px, transparent 1.3px)',
      backgroundSize: '5px 5px',
    },
  },
};
