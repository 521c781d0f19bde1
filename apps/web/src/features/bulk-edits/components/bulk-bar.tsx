import type { BulkSelectionDto } from '@baton/contracts/bulk-edits/bulk-edits.dto';
import type { TicketChangesDto } from '@baton/contracts/tickets/ticket-changes.dto';
import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useRef } from 'react';
import { useCommands } from '../../../shared/keyboard/use-commands';
import { MenuButton } from '../../../shared/ui/menu-button';
import { useStartBulkEdit } from '../bulk-edits.queries';
import { texts } from '../bulk-edits.texts';
import { BULK_FIELDS, type BulkSources } from '../bulk-fields';
import { TagsButton } from './tags-button';

interface Props {
  /** How many are chosen. */
  count: number;
  /** All of the list, loaded or not. */
  total: number;
  whole: boolean;
  selection: BulkSelectionDto;
  sources: BulkSources;
  onSelectWhole: () => void;
  onClear: () => void;
}

const touch = { '@media (pointer: coarse)': { width: 44, height: 44 } };

/** What can be done with the chosen tickets, as one job. */
export function BulkBar({ count, total, whole, selection, sources, onSelectWhole, onClear }: Props) {
  const start = useStartBulkEdit();
  const bar = useRef<HTMLDivElement>(null);
  const change = (changes: TicketChangesDto) => start.mutate({ selection, changes }, { onSuccess: onClear });
  const open = (name: string) => bar.current?.querySelector<HTMLElement>(`[data-field="${name}"]`)?.click();
  useCommands(texts.bar, [
    ...BULK_FIELDS.map(({ name, keys }) => ({ keys, label: texts.fields[name], run: () => open(name) })),
    { keys: 't', label: texts.fields.tags, run: () => open('tags') },
    { keys: '.', label: texts.bar, run: () => bar.current?.querySelector<HTMLElement>('[data-field]')?.focus() },
    { keys: 'Escape', label: texts.clear, run: onClear },
  ]);
  return (
    <Box
      ref={bar}
      component="section"
      aria-label={texts.bar}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        flex: 'none',
        columnGap: 1,
        px: 1.75,
        py: 0.75,
        borderTop: '1px solid',
        borderColor: 'divider',
        borderRadius: '0 0 12px 12px',
        bgcolor: 'surface.sunken',
      }}
    >
      <Box role="status" sx={{ typography: 'subtitle2', fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
        {whole ? texts.all(total) : texts.selected(count)}
      </Box>
      {!whole && total > count && (
        <Button variant="text" size="small" onClick={onSelectWhole}>
          {texts.selectAll(total)}
        </Button>
      )}
      <IconButton
        size="small"
        aria-label={texts.clear}
        title={texts.clear}
        onClick={onClear}
        sx={{ ml: 'auto', ...touch }}
      >
        <Close />
      </IconButton>
      <Box sx={{ display: 'flex', flexBasis: '100%', gap: 0.5 }}>
        {BULK_FIELDS.map(({ name, Icon, options, changeOf }) => (
          <MenuButton
            key={name}
            label={texts.fields[name]}
            options={options(sources)}
            onChoose={(value) => change(changeOf(value))}
          >
            {(trigger) => (
              <IconButton
                {...trigger}
                data-field={name}
                size="small"
                disabled={start.isPending}
                aria-label={texts.fields[name]}
                title={texts.fields[name]}
                sx={touch}
              >
                <Icon />
              </IconButton>
            )}
          </MenuButton>
        ))}
        <TagsButton disabled={start.isPending} onChange={change} sx={touch} />
      </Box>
    </Box>
  );
}
