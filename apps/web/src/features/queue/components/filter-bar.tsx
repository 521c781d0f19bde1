import { TICKET_SORTS, type TicketSort } from '@baton/contracts/tickets/ticket-sorts';
import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import { STATUSES, type TicketStatus } from '@baton/domain/tickets/ticket-status';
import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDownOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { words } from '../../../shared/text/words.texts';
import { MenuButton } from '../../../shared/ui/menu-button';
import type { Option } from '../../../shared/ui/option-menu';
import { PriorityIcon } from '../../../shared/ui/priority-icon';
import { StatusIcon } from '../../../shared/ui/status-icon';
import { texts } from '../queue.texts';
import { type FilterName, type QueueAddress, withFilter } from '../queue-address';
import { teamOf, viewFilters } from '../queue-views';

const ANY = '';

interface FilterProps {
  label: string;
  value: string;
  options: Option[];
  onChoose: (value: string) => void;
}

function Filter({ label, value, options, onChoose }: FilterProps) {
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
            fontWeight: value === ANY ? 500 : 600,
            color: value === ANY ? 'text.secondary' : 'primary.text',
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
  address: QueueAddress;
  teams: readonly { id: string; name: string }[];
  /** Tags seen in the list. */
  tags: readonly string[];
  onChange: (address: QueueAddress) => void;
}

const only = <T extends string>(values: readonly T[] | undefined): string =>
  values?.length === 1 ? (values[0] as string) : ANY;

/** Which statuses can be chosen: those the view has, when it has several. */
function statusesOf(view: string | null): readonly TicketStatus[] {
  if (view === null) return STATUSES;
  return viewFilters(view, new Date(0), 'UTC').status ?? STATUSES;
}

/** Order and the usual filters of the list. */
export function FilterBar({ address, teams, tags, onChange }: Props) {
  const { view, filters } = address;
  const choose = (name: FilterName) => (value: string) =>
    onChange(withFilter(address, name, value === ANY ? undefined : ([value] as never)));
  const statuses = statusesOf(view);
  const offered = filters.tag ? [...new Set([...filters.tag, ...tags])] : tags;
  return (
    <Box role="group" aria-label={texts.filters} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 0.5, px: 1.75 }}>
      <Filter
        label={texts.sort}
        value={filters.sort ?? '-updatedAt'}
        options={TICKET_SORTS.map((sort) => ({ value: sort, label: texts.sorts[sort] }))}
        onChoose={(sort) =>
          onChange(withFilter(address, 'sort', sort === '-updatedAt' ? undefined : (sort as TicketSort)))
        }
      />
      {(view === null || teamOf(view) === null) && teams.length > 0 && (
        <Filter
          label={texts.anyTeam}
          value={only(filters.team)}
          options={[{ value: ANY, label: texts.anyTeam }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
          onChoose={choose('team')}
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
        onChoose={choose('priority')}
      />
      {statuses.length > 1 && (
        <Filter
          label={texts.anyStatus}
          value={only(filters.status)}
          options={[
            { value: ANY, label: texts.anyStatus },
            ...statuses.map((status) => ({
              value: status,
              label: words.status[status],
              icon: <StatusIcon status={status} decorative />,
            })),
          ]}
          onChoose={choose('status')}
        />
      )}
      {offered.length > 0 && (
        <Filter
          label={texts.anyTag}
          value={only(filters.tag)}
          options={[{ value: ANY, label: texts.anyTag }, ...offered.map((tag) => ({ value: tag, label: tag }))]}
          onChoose={choose('tag')}
        />
      )}
    </Box>
  );
}
