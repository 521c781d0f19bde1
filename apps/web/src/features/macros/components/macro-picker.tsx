import type { MacroPreviewResponse, MacroResponse } from '@baton/contracts/macros/macros.response';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { ErrorState } from '../../../shared/ui/error-state';
import { Link } from '../../../shared/ui/link';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { macrosFor } from '../macro-text';
import { macrosQuery, previewQuery } from '../macros.queries';
import { texts } from '../macros.texts';
import { MacroPreview } from './macro-preview';

interface Props {
  ticketId: string;
  anchor: HTMLElement;
  onUse: (filled: MacroPreviewResponse) => void;
  onClose: () => void;
}

interface ListProps {
  listId: string;
  macros: readonly MacroResponse[];
  active: number;
  onActive: (index: number) => void;
  onChoose: () => void;
  /** What to say when there is nothing. */
  empty: string;
}

const optionId = (listId: string, index: number) => `${listId}-${index}`;

function MacroList({ listId, macros, active, onActive, onChoose, empty }: ListProps) {
  return (
    <Box
      id={listId}
      role="listbox"
      aria-label={texts.list}
      sx={{ overflowY: 'auto', minHeight: 0, maxHeight: { xs: 180, sm: 320 }, p: 0.5 }}
    >
      {macros.map(({ id, name }, index) => (
        <Box
          key={id}
          id={optionId(listId, index)}
          role="option"
          aria-selected={index === active}
          onMouseMove={() => onActive(index)}
          onClick={onChoose}
          sx={{
            display: 'flex',
            alignItems: 'center',
            minHeight: { xs: 44, sm: 36 },
            px: 1.25,
            borderRadius: '6px',
            cursor: 'pointer',
            typography: 'subtitle2',
            bgcolor: index === active ? 'primary.soft' : 'transparent',
          }}
        >
          {name}
        </Box>
      ))}
      {macros.length === 0 && <Box sx={{ p: 1.25, color: 'text.tertiary' }}>{empty}</Box>}
    </Box>
  );
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

const searchLook = {
  width: 1,
  height: 44,
  px: 2,
  border: 0,
  borderBottom: '1px solid',
  borderColor: 'divider',
  bgcolor: 'transparent',
  color: 'text.primary',
  font: 'inherit',
  fontSize: { xs: '1rem', md: '.875rem' },
  '&::placeholder': { color: 'text.tertiary', opacity: 1 },
  // The only field there is, and its cursor shows where one is.
  '&:focus-visible': { outline: 'none', boxShadow: 'none' },
};

/** Finds a macro, shows what it would say and set on this ticket, and inserts it. */
export function MacroPicker({ ticketId, anchor, onUse, onClose }: Props) {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const { data, isPending, error, refetch } = useQuery(macrosQuery);
  const macros = macrosFor(data ?? [], typed);
  const active = Math.min(chosen, macros.length - 1);
  const macro = macros[active];
  const preview = useQuery({ ...previewQuery(ticketId, macro?.id ?? ''), enabled: macro !== undefined });
  const use = () => {
    if (!preview.data) return;
    onClose();
    // Closing gives the focus back to the button; the text wants it.
    setTimeout(() => onUse(preview.data));
  };
  const pressed = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step) setChosen((active + step + macros.length) % Math.max(1, macros.length));
    else if (event.key === 'Enter') use();
    else return;
    event.preventDefault();
  };
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
      transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': texts.title, sx: { width: 640 } } }}
    >
      <Box
        component="input"
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={macro && optionId(listId, active)}
        aria-label={texts.find}
        placeholder={texts.find}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={pressed}
        sx={searchLook}
      />
      {isPending && <SkeletonRows rows={4} height={36} twoLines={false} />}
      {error && <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} />}
      {data && (
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '240px minmax(0, 1fr)' } }}>
          <MacroList
            listId={listId}
            macros={macros}
            active={active}
            onActive={setChosen}
            onChoose={use}
            empty={data.length === 0 ? texts.empty.title : texts.none}
          />
          <Box
            component="section"
            aria-label={texts.preview}
            sx={{ p: 2, bgcolor: 'surface.sunken', maxHeight: { xs: 200, sm: 320 }, minHeight: 120, overflowY: 'auto' }}
            tabIndex={0}
          >
            {preview.data && macro && (
              <MacroPreview body={preview.data.body} internal={preview.data.internal} changes={macro.actions} />
            )}
            {preview.isError && <Box sx={{ color: 'error.text' }}>{texts.previewFailed}</Box>}
          </Box>
        </Box>
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, p: 1, borderTop: '1px solid', borderColor: 'divider' }}>
        <Button variant="text" color="inherit" size="small" component={Link} to="/macros" sx={{ mr: 'auto' }}>
          {texts.manage}
        </Button>
        <Button variant="tonal" size="small" disabled={!preview.data} onClick={use}>
          {texts.use}
        </Button>
      </Box>
    </Popover>
  );
}
