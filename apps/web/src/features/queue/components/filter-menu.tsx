import { parseFieldCondition } from '@baton/domain/custom-fields/field-condition';
import ArrowBack from '@mui/icons-material/ArrowBackOutlined';
import ChevronRight from '@mui/icons-material/ChevronRightOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import MenuList from '@mui/material/MenuList';
import Popover from '@mui/material/Popover';
import { type ReactNode, useState } from 'react';
import { PersonSearch } from '../../../shared/ui/person-search';
import { CHOICE_FILTERS, type ChoiceFilterName, type FilterSources } from '../filter-fields';
import { texts } from '../filters.texts';
import type { FilterName } from '../queue-address';
import type { QueueFilters } from '../queue-views';
import { ChoiceFilter } from './choice-filter';
import { ConditionFilter } from './condition-filter';
import { CreatedFilter } from './created-filter';
import { WordsFilter } from './words-filter';

export interface FilterMenuProps {
  anchor: HTMLElement;
  filters: QueueFilters;
  sources: FilterSources;
  onChange: (changes: Partial<QueueFilters>) => void;
  onClose: () => void;
}

/** One thing to filter by, and what it is chosen with. */
interface Entry {
  key: string;
  label: string;
  active: boolean;
  editor: ReactNode;
}

const ellipsis = { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const CHOICES = Object.keys(CHOICE_FILTERS) as ChoiceFilterName[];

function entriesOf({ filters, sources, onChange, onClose }: FilterMenuProps): Entry[] {
  const has = (...names: FilterName[]) => names.some((name) => filters[name] !== undefined);
  const choices = CHOICES.map((name) => ({
    key: name,
    label: texts.fields[name],
    active: has(name),
    editor: (
      <ChoiceFilter
        label={texts.fields[name]}
        choices={CHOICE_FILTERS[name](sources)}
        chosen={filters[name] ?? []}
        onChange={(values) => onChange({ [name]: values })}
      />
    ),
  }));
  const conditions = sources.fields.map((field) => ({
    key: field.id,
    label: field.name,
    active: (filters.cf ?? []).some((condition) => parseFieldCondition(condition)?.fieldId === field.id),
    editor: (
      <ConditionFilter
        field={field}
        conditions={filters.cf ?? []}
        onChange={(cf) => onChange({ cf })}
        onClose={onClose}
      />
    ),
  }));
  return [
    ...choices,
    {
      key: 'requester',
      label: texts.fields.requester,
      active: has('requester'),
      editor: (
        <Box sx={{ p: 1 }}>
          <PersonSearch
            autoFocus
            aria-label={texts.fields.requester}
            onChoose={(person) => {
              onChange({ requester: person ? [person.id] : [] });
              onClose();
            }}
          />
        </Box>
      ),
    },
    {
      key: 'created',
      label: texts.fields.created,
      active: has('createdAfter', 'createdBefore'),
      editor: <CreatedFilter filters={filters} onChange={onChange} />,
    },
    {
      key: 'q',
      label: texts.fields.q,
      active: has('q'),
      editor: (
        <WordsFilter
          label={texts.words}
          value={filters.q ?? ''}
          onApply={(q) => {
            onChange({ q });
            onClose();
          }}
        />
      ),
    },
    ...conditions,
  ];
}

/** All there is to filter by; a step further, its values. */
export function FilterMenu(props: FilterMenuProps) {
  const [open, setOpen] = useState<string | null>(null);
  const entries = entriesOf(props);
  const entry = entries.find(({ key }) => key === open);
  return (
    <Popover
      open
      anchorEl={props.anchor}
      onClose={props.onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': entry?.label ?? texts.narrow, sx: { width: 280 } } }}
    >
      {entry ? (
        <>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, p: 0.5, pb: 0 }}>
            <IconButton size="small" aria-label={texts.back} title={texts.back} onClick={() => setOpen(null)}>
              <ArrowBack sx={{ fontSize: 18 }} />
            </IconButton>
            <Box sx={{ typography: 'subtitle2', ...ellipsis }}>{entry.label}</Box>
          </Box>
          {entry.editor}
        </>
      ) : (
        <MenuList autoFocusItem aria-label={texts.narrow} sx={{ maxHeight: 'min(520px, 70vh)', overflowY: 'auto' }}>
          {entries.map(({ key, label, active }) => (
            <MenuItem key={key} onClick={() => setOpen(key)} sx={active ? { fontWeight: 600 } : undefined}>
              <Box component="span" sx={{ flex: 1, ...ellipsis, color: active ? 'primary.text' : undefined }}>
                {label}
              </Box>
              <ChevronRight sx={{ fontSize: 18, color: 'text.tertiary' }} />
            </MenuItem>
          ))}
        </MenuList>
      )}
    </Popover>
  );
}
