import { parseFieldCondition } from '@baton/domain/custom-fields/field-condition';
import ArrowBack from '@mui/icons-material/ArrowBackOutlined';
import Check from '@mui/icons-material/CheckOutlined';
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

/** What is either asked for or not needs no further step. */
interface Toggle extends Omit<Entry, 'editor'> {
  toggle: () => void;
}

const ellipsis = { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const CHOICES = Object.keys(CHOICE_FILTERS) as ChoiceFilterName[];

/** One for each field of the organization's own. */
function conditionEntries({ filters, sources, onChange, onClose }: FilterMenuProps): Entry[] {
  return sources.fields.map((field) => ({
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
}

function entriesOf(props: FilterMenuProps): (Entry | Toggle)[] {
  const { filters, sources, onChange, onClose } = props;
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
  return [
    ...choices,
    {
      key: 'overdue',
      label: texts.fields.overdue,
      active: has('overdue'),
      toggle: () => {
        onChange({ overdue: filters.overdue ? undefined : true });
        onClose();
      },
    },
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
    ...conditionEntries(props),
  ];
}

function EntryItem({ entry, onOpen }: { entry: Entry | Toggle; onOpen: (key: string) => void }) {
  const { key, label, active } = entry;
  const Sign = 'toggle' in entry ? Check : ChevronRight;
  return (
    <MenuItem
      onClick={'toggle' in entry ? entry.toggle : () => onOpen(key)}
      sx={active ? { fontWeight: 600 } : undefined}
      {...('toggle' in entry && { role: 'menuitemcheckbox', 'aria-checked': active })}
    >
      <Box component="span" sx={{ flex: 1, ...ellipsis, color: active ? 'primary.text' : undefined }}>
        {label}
      </Box>
      {('editor' in entry || active) && <Sign sx={{ fontSize: 18, color: 'text.tertiary' }} />}
    </MenuItem>
  );
}

/** All there is to filter by; a step further, its values. */
export function FilterMenu(props: FilterMenuProps) {
  const [open, setOpen] = useState<string | null>(null);
  const entries = entriesOf(props);
  const entry = entries.find((each): each is Entry => each.key === open && 'editor' in each);
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
          {entries.map((each) => (
            <EntryItem key={each.key} entry={each} onOpen={setOpen} />
          ))}
        </MenuList>
      )}
    </Popover>
  );
}
