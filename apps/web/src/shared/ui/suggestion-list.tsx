import Box from '@mui/material/Box';
import { type Ref, useEffect, useEffectEvent, useId, useImperativeHandle, useState } from 'react';
import { PersonAvatar } from './person-avatar';
import type { Suggested } from './rich-text-editor-props';

export interface SuggestionListHandle {
  /** True when the key was meant for the list. */
  press: (event: KeyboardEvent) => boolean;
}

export interface SuggestionListProps {
  label: string;
  items: readonly Suggested[];
  typed: string;
  onChoose: (chosen: Suggested) => void;
  /** The ids of the list and of its active option; null when there is none. */
  onActive: (listId: string, activeId: string | null) => void;
  ref?: Ref<SuggestionListHandle>;
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

const rowLook = (active: boolean) => ({
  display: 'flex',
  alignItems: 'center',
  gap: 1.25,
  minHeight: 36,
  px: 1.25,
  borderRadius: '6px',
  cursor: 'pointer',
  bgcolor: active ? 'primary.soft' : 'transparent',
  '@media (pointer: coarse)': { minHeight: 44 },
});

const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** What fits to what was typed. The cursor stays in the text; arrows, Enter and Tab choose. */
export function SuggestionList({ label, items, typed, onChoose, onActive, ref }: SuggestionListProps) {
  const listId = useId();
  const [active, setActive] = useState(0);
  const at = Math.min(active, items.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;
  const tell = useEffectEvent((activeId: string | null) => onActive(listId, activeId));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed decides which one comes first
  useEffect(() => setActive(0), [typed]);
  useEffect(() => {
    tell(at >= 0 ? optionId(at) : null);
    document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' });
  });
  useImperativeHandle(ref, () => ({
    press: ({ key }) => {
      const item = items[at];
      if (!item) return false;
      if (key === 'Enter' || key === 'Tab') onChoose(item);
      else if (STEPS[key]) setActive((at + STEPS[key] + items.length) % items.length);
      else return false;
      return true;
    },
  }));
  if (items.length === 0) return null;
  return (
    <Box
      id={listId}
      role="listbox"
      aria-label={label}
      sx={{
        width: 280,
        maxWidth: 'calc(100vw - 32px)',
        maxHeight: 260,
        overflowY: 'auto',
        p: 0.5,
        borderRadius: '12px',
        bgcolor: 'background.paper',
        color: 'text.primary',
        boxShadow: 'var(--mui-palette-elevation-popover)',
      }}
    >
      {items.map((item, index) => (
        <Box
          key={item.id}
          id={optionId(index)}
          role="option"
          aria-selected={index === at}
          // The cursor must not leave the text.
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => setActive(index)}
          onClick={() => onChoose(item)}
          sx={rowLook(index === at)}
        >
          {item.person && <PersonAvatar person={item.person} size={24} />}
          <Box sx={{ minWidth: 0, flex: 1 }}>
            <Box sx={{ typography: 'subtitle2', ...ellipsis }}>{item.label}</Box>
            {item.hint && <Box sx={{ typography: 'caption', color: 'text.tertiary', ...ellipsis }}>{item.hint}</Box>}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
