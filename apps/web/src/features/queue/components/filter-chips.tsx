import { parseFieldCondition } from '@baton/domain/custom-fields/field-condition';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { words } from '../../../shared/text/words.texts';
import { formatClock } from '../../../shared/time/format-time';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { texts } from '../filters.texts';
import type { FilterName } from '../queue-address';
import type { QueueFilters } from '../queue-views';

/** Id → name of what filters name by id. */
export type Names = ReadonlyMap<string, string>;

/** One value is shown by its menu already. */
const IN_MENUS: readonly FilterName[] = ['priority', 'team'];
const PEOPLE: readonly FilterName[] = ['assignee', 'requester'];

function word(name: FilterName, value: string, names: Names): string {
  if (name === 'status') return words.status[value as TicketStatus] ?? value;
  if (name === 'priority') return words.priority[value as Priority] ?? value;
  if (name === 'cf') {
    const condition = parseFieldCondition(value);
    if (!condition) return value;
    return texts.condition[condition.operator](names.get(condition.fieldId) ?? texts.unknownField, condition.value);
  }
  if (value === 'me') return texts.me;
  if (value === 'none') return PEOPLE.includes(name) ? texts.nobody : texts.none;
  return names.get(value) ?? (PEOPLE.includes(name) ? texts.somebody : value);
}

function label(
  name: FilterName,
  value: string | string[] | boolean,
  names: Names,
  instant: (value: string) => string,
): string {
  if (Array.isArray(value))
    return texts.chips[name](value.map((each) => word(name, each, names)).join(name === 'cf' ? texts.and : texts.or));
  return texts.chips[name](name === 'q' || typeof value === 'boolean' ? String(value) : instant(value));
}

interface Props {
  /** What narrows the list and may be taken away. */
  filters: QueueFilters;
  names: Names;
  onRemove: (name: FilterName) => void;
}

/** Filters that no menu shows, such as those of a link from the analytics. Each can be taken away. */
export function FilterChips({ filters, names, onRemove }: Props) {
  const zone = useTimeZone();
  const instant = (value: string) => {
    const date = new Date(value);
    return Number.isNaN(date.getTime()) ? value : formatClock(date, new Date(), zone);
  };
  const shown = (Object.entries(filters) as [FilterName, string | string[] | boolean][]).filter(
    ([name, value]) =>
      name !== 'sort' &&
      (value === true || (typeof value !== 'boolean' && value.length > 0)) &&
      !(IN_MENUS.includes(name) && Array.isArray(value) && value.length === 1),
  );
  if (shown.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label={texts.filters}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, listStyle: 'none', m: 0, p: 0 }}
    >
      {shown.map(([name, value]) => {
        const text = label(name, value, names, instant);
        return (
          <li key={name}>
            <ButtonBase
              aria-label={texts.removeFilter(text)}
              onClick={() => onRemove(name)}
              sx={{
                gap: 0.5,
                minHeight: 24,
                px: 1,
                borderRadius: '6px',
                typography: 'caption',
                fontWeight: 600,
                textAlign: 'left',
                color: 'primary.text',
                bgcolor: 'primary.soft',
                '&:hover': { bgcolor: 'primary.soft2' },
              }}
            >
              {text}
              <Close sx={{ fontSize: 14 }} />
            </ButtonBase>
          </li>
        );
      })}
    </Box>
  );
}
