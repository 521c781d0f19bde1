import Search from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import { type ChangeEvent, type KeyboardEvent, useId, useMemo, useState } from 'react';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
import { arrange, type Shown, type ShownGroup } from '../arrange';
import { texts } from '../palette.texts';
import type { PaletteItem } from '../palette-item';
import { Cap } from './keys';
import { Overlay } from './overlay';
import { PaletteRow } from './palette-row';

interface Props {
  items: readonly PaletteItem[];
  typed: string;
  onType: (typed: string) => void;
  /** What the actions are about, such as a ticket's number. */
  about: string | null;
  onChoose: (item: PaletteItem, beside: boolean) => void;
  onShortcuts: () => void;
  onClose: () => void;
}

/** How far a key moves, among so many. */
const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  PageDown: (at, count) => Math.min(at + 6, count - 1),
  PageUp: (at) => Math.max(at - 6, 0),
};

function Foot({ onShortcuts }: { onShortcuts: () => void }) {
  return (
    <Box
      sx={{
        display: { xs: 'none', sm: 'flex' },
        alignItems: 'center',
        gap: 2,
        height: 44,
        flex: 'none',
        px: 2.5,
        bgcolor: 'surface.sunken',
        typography: 'caption',
        color: 'text.secondary',
        '& > span, & > button': { display: 'inline-flex', alignItems: 'center', gap: 0.75 },
      }}
    >
      <span>
        <Cap>↑</Cap>
        <Cap>↓</Cap>
        {texts.move}
      </span>
      <span>
        <Cap>↵</Cap>
        {texts.run}
      </span>
      <span>
        <Cap>Ctrl</Cap>
        <Cap>↵</Cap>
        {texts.beside}
      </span>
      <Box
        component="button"
        type="button"
        onClick={onShortcuts}
        sx={{
          ml: 'auto',
          p: 0.5,
          border: 0,
          borderRadius: '6px',
          bgcolor: 'transparent',
          color: 'inherit',
          font: 'inherit',
          cursor: 'pointer',
        }}
      >
        <Cap>?</Cap>
        {texts.allShortcuts}
      </Box>
    </Box>
  );
}

interface FieldProps extends Pick<Props, 'typed' | 'onType' | 'about'> {
  listId: string;
  activeId: string | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
}

function Field({ typed, onType, about, listId, activeId, onKeyDown }: FieldProps) {
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

interface GroupProps {
  group: ShownGroup;
  id: string;
  active: Shown | undefined;
  onPoint: (item: PaletteItem) => void;
  onChoose: Props['onChoose'];
}

function Group({ group: { group, items }, id, active, onPoint, onChoose }: GroupProps) {
  return (
    <Box role="group" aria-labelledby={`${id}${group}`}>
      <Box
        id={`${id}${group}`}
        role="presentation"
        sx={{ px: 1.5, pt: 1.25, pb: 0.5, typography: 'caption', fontWeight: 600, color: 'text.secondary' }}
      >
        {texts.groups[group]}
      </Box>
      {items.map((shown) => (
        <PaletteRow
          key={shown.item.id}
          shown={shown}
          id={`${id}${shown.item.id}`}
          active={shown === active}
          onPoint={() => onPoint(shown.item)}
          onChoose={(beside) => onChoose(shown.item, beside)}
        />
      ))}
    </Box>
  );
}

/** Everything by name: what can be done, and where one can go. Answers from memory, within the frame of the key. */
export function Palette({ items, typed, onType, about, onChoose, onShortcuts, onClose }: Props) {
  const id = useId();
  const groups = useMemo(() => arrange(items, typed), [items, typed]);
  const flat = groups.flatMap((group) => group.items);
  const [chosen, setChosen] = useState<string | null>(null);
  // What was chosen may be gone after the next key; then the best one is meant.
  const at = Math.max(
    0,
    flat.findIndex(({ item }) => item.id === chosen),
  );
  const active = flat[at];
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step && flat.length > 0) setChosen(flat[step(at, flat.length)]!.item.id);
    else if (event.key === 'Enter' && active) onChoose(active.item, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };
  const type = (text: string) => {
    setChosen(null);
    onType(text);
  };
  return (
    <Overlay label={texts.palette} width={640} onClose={onClose}>
      <Field
        typed={typed}
        onType={type}
        about={about}
        listId={`${id}list`}
        activeId={active && `${id}${active.item.id}`}
        onKeyDown={press}
      />
      <Box id={`${id}list`} role="listbox" aria-label={texts.results} sx={{ overflowY: 'auto', p: 1, minHeight: 0 }}>
        {groups.map((group) => (
          <Group
            key={group.group}
            group={group}
            id={id}
            active={active}
            onPoint={(item) => setChosen(item.id)}
            onChoose={onChoose}
          />
        ))}
      </Box>
      {flat.length === 0 && <Box sx={{ px: 2.5, pb: 3, pt: 1, color: 'text.secondary' }}>{texts.nothing(typed)}</Box>}
      <VisuallyHidden>
        <span role="status">{texts.count(flat.length)}</span>
      </VisuallyHidden>
      <Foot onShortcuts={onShortcuts} />
    </Overlay>
  );
}
