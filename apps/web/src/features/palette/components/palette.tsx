import Box from '@mui/material/Box';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
import { arrange, type Shown, type ShownGroup } from '../arrange';
import { texts } from '../palette.texts';
import type { PaletteItem } from '../palette-item';
import { Overlay } from './overlay';
import { PaletteField } from './palette-field';
import { PaletteFoot } from './palette-foot';
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
      <PaletteField
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
      <PaletteFoot onShortcuts={onShortcuts} />
    </Overlay>
  );
}
