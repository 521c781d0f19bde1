import Menu from '@mui/material/Menu';
import type { ReactNode } from 'react';

interface Props {
  anchor: HTMLElement;
  /** What the menu is for. */
  label: string;
  onClose: () => void;
  align?: 'left' | 'right';
  width?: number;
  /** `MenuItem`s. */
  children: ReactNode;
}

/** An open menu at its button. Render it only while it is open, and load it with what opens it. */
export function ActionMenu({ anchor, label, onClose, align = 'left', width, children }: Props) {
  return (
    <Menu
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: align }}
      transformOrigin={{ vertical: 'top', horizontal: align }}
      slotProps={{
        // Outside of every landmark, a named dialog tells where one is.
        paper: { role: 'dialog', 'aria-label': label, sx: { width, mt: 0.5 } },
        list: { 'aria-label': label },
      }}
    >
      {children}
    </Menu>
  );
}
