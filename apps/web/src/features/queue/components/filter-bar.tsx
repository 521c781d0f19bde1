import { TICKET_SORTS, type TicketSort } from '@baton/contracts/tickets/ticket-sorts';
import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDownOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { words } from '../../../shared/text/words.texts';
import { MenuButton } from '../../../shared/ui/menu-button';
import type { Option } from '../../../shared/ui/option-menu';
import { PriorityIcon } from '../../../shared/ui/priority-icon';
import { texts } from '../filters.texts';
import { texts as queueTexts } from '../queue.texts';
import { type QueueFilters, teamOf } from '../queue-views';

const ANY = '';

interface FilterProps {
  label: string;
  value: string;
  options: Option[];
  onChoose: (value: string) => void;
  /** It narrows the list. */
  active?: boolean;
}

function Filter({ label, value, options, onChoose, active = value !== ANY }: FilterProps) {
  const shown = options.find((option) => option.value === value)?.label ?? label;
  return (
    <MenuButton label={label} options={options} value={value} onChoose={onChoose}>
      {(trigger) => (
        <Button
          {...trigger}
          variant="text"
          color="inherit"
          endIcon={<KeyboardArrowDown sx={{ fontSize: '16px !important' }} />}
          sx={{
            typography: 'caption',
            fontWeight: active ? 600 : 500,
            color: active ? 'primary.text' : 'text.secondary',
            minHeight: 28,
            px: 0.75,
            py: 0.25,
          }}
        >
          {shown}
        </Button>
      )}
    </MenuButton>
  );
}

interface Props {
  view: string | null;
  /** In force: the view's own and those of the address. */
  filters: QueueFilters;
  teams: readonly { id: string; name: string }[];
  onChange: (changes: Partial<QueueFilters>) => void;
}

const only = <T extends string>(values: readonly T[] | undefined): string =>
  values?.length === 1 ? (values[0] as string) : ANY;

/** Order and the usual filters of the list. */
export function FilterBar({ view, filters, teams, onChange }: Props) {
  const listOf = (value: string) => (value === ANY ? [] : [value]) as never[];
  return (
    <Box
      role="group"
      aria-label={texts.filters}
      sx={{ display: 'flex', flex: 'none', flexWrap: 'wrap', columnGap: 0.5, px: 1.75 }}
    >
      <Filter
        label={queueTexts.sort}
        active={false}
        value={filters.sort ?? '-updatedAt'}
        options={TICKET_SORTS.map((sort) => ({ value: sort, label: queueTexts.sorts[sort] }))}
        onChoose={(sort) => onChange({ sort: sort as TicketSort })}
      />
      {(view === null || teamOf(view) === null) && teams.length > 0 && (
        <Filter
          label={texts.anyTeam}
          value={only(filters.team)}
          options={[{ value: ANY, label: texts.anyTeam }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
          onChoose={(team) => onChange({ team: listOf(team) })}
        />
      )}
      <Filter
        label={texts.anyPriority}
        value={only(filters.priority)}
        options={[
          { value: ANY, label: texts.anyPriority },
          ...[...PRIORITIES].reverse().map((priority: Priority) => ({
            value: priority,
            label: words.priority[priority],
            icon: <PriorityIcon priority={priority} decorative />,
          })),
        ]}
        onChoose={(priority) => onChange({ priority: listOf(priority) })}
      />
    </Box>
  );
}
