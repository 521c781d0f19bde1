import Search from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import type { ChangeEvent, KeyboardEvent } from 'react';
import { texts } from '../palette.texts';

interface Props {
  typed: string;
  onType: (typed: string) => void;
  /** What the actions are about, such as a ticket's number. */
  about: string | null;
  listId: string;
  activeId: string | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Where one types. It keeps the focus; the line that is meant is told to screen readers. */
export function PaletteField({ typed, onType, about, listId, activeId, onKeyDown }: Props) {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        height: 60,
        flex: 'none',
        px: 2.5,
        borderBottom: '1px solid',
        borderColor: 'divider',
      }}
    >
      <Search sx={{ fontSize: 22, color: 'primary.text' }} />
      <Box
        component="input"
        autoFocus
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-label={texts.palette}
        aria-controls={listId}
        aria-activedescendant={activeId}
        placeholder={texts.placeholder}
        value={typed}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event: ChangeEvent<HTMLInputElement>) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        sx={{
          flex: 1,
          minWidth: 0,
          height: 1,
          border: 0,
          bgcolor: 'transparent',
          color: 'text.primary',
          font: 'inherit',
          fontSize: 16,
          '&:focus-visible': { outline: 'none', boxShadow: 'none' },
          '&::placeholder': { color: 'text.tertiary', opacity: 1 },
        }}
      />
      {about && (
        <Box
          component="span"
          sx={{
            flex: 'none',
            px: 1,
            py: 0.5,
            borderRadius: '6px',
            bgcolor: 'surface.neutral',
            typography: 'caption',
            fontWeight: 600,
            color: 'text.secondary',
          }}
        >
          {texts.on(about)}
        </Box>
      )}
    </Box>
  );
}
