import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { ReactNode } from 'react';

export interface Option {
  value: string;
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  /** What helps to choose, quietly at the end of the line. */
  hint?: ReactNode;
  /** A line above, where another kind of choice begins. */
  apart?: boolean;
}

export interface OptionMenuProps {
  anchor: HTMLElement;
  label: string;
  options: readonly Option[];
  /** The choice in force, when the menu is a choice. */
  value?: string;
  onChoose: (value: string) => void;
  onClose: () => void;
}

const Hint = ({ children }: { children: ReactNode }) => (
  <Box
    component="span"
    sx={{
      ml: 'auto',
      pl: 2,
      flex: 'none',
      typography: 'caption',
      color: 'text.tertiary',
      fontVariantNumeric: 'tabular-nums',
    }}
  >
    {children}
  </Box>
);

/** A list of things to choose from. Loaded on the first opening: use it through `MenuButton`. */
export function OptionMenu({ anchor, label, options, value, onChoose, onClose }: OptionMenuProps) {
  const choose = (chosen: string) => {
    onClose();
    onChoose(chosen);
  };
  return (
    <Menu
      open
      anchorEl={anchor}
      onClose={onClose}
      slotProps={{
        list: { 'aria-label': label },
        // Outside of every landmark, a named dialog tells where one is.
        paper: { role: 'dialog', 'aria-label': label, sx: { minWidth: 200, maxWidth: 360, maxHeight: 400 } },
      }}
    >
      {options.flatMap((option) => [
        option.apart && <Divider key={`before ${option.value}`} sx={{ my: 0.5 }} />,
        <MenuItem
          key={option.value}
          selected={option.value === value}
          onClick={() => choose(option.value)}
          sx={option.danger ? { color: 'error.text' } : undefined}
        >
          {option.icon}
          <span>{option.label}</span>
          {option.hint !== undefined && <Hint>{option.hint}</Hint>}
        </MenuItem>,
      ])}
    </Menu>
  );
}
