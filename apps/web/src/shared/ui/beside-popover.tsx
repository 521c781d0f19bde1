import Popover, { type PopoverProps } from '@mui/material/Popover';
import type { ReactNode } from 'react';

interface Props {
  anchor: PopoverProps['anchorEl'];
  /** Id of the heading in it. */
  titleId: string;
  /** In pixels, as far as the window is wide enough. */
  width: number;
  /** Which height of it stands where the question arose. */
  level: 'top' | 'center';
  onClose: () => void;
  children: ReactNode;
}

/** A dialog that explains a fact, to the left of where it stands. */
export function BesidePopover({ anchor, titleId, width, level, onClose, children }: Props) {
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
      transformOrigin={{ vertical: level, horizontal: 'right' }}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-labelledby': titleId,
          sx: { width, maxWidth: 'calc(100vw - 32px)', ml: { md: -3 } },
        },
      }}
    >
      {children}
    </Popover>
  );
}
