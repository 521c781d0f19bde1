import MenuItem from '@mui/material/MenuItem';
import MenuList from '@mui/material/MenuList';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { dateOf, startOfDate, startOfDay } from '../../../shared/time/zone-day';
import { texts } from '../filters.texts';
import type { QueueFilters } from '../queue-views';
import { RangeFilter } from './range-filter';

/** Period → how many days before today it begins. */
const PERIODS = { any: null, today: 0, week: 6, month: 29 } as const;

interface Props {
  filters: QueueFilters;
  onChange: (changes: Partial<QueueFilters>) => void;
}

/** When tickets were opened: one of the usual periods, or from one day to another. */
export function CreatedFilter({ filters, onChange }: Props) {
  const zone = useTimeZone();
  const choose = (days: number | null) =>
    onChange({
      createdAfter: days === null ? '' : startOfDay(new Date(), zone, days).toISOString(),
      createdBefore: '',
    });
  const { createdAfter, createdBefore } = filters;
  // The last day counts, so the filter ends where the next one begins.
  const lastDay = createdBefore ? dateOf(new Date(Date.parse(createdBefore) - 1).toISOString(), zone) : '';
  return (
    <>
      <MenuList aria-label={texts.fields.created} autoFocusItem>
        {(Object.keys(PERIODS) as (keyof typeof PERIODS)[]).map((period) => (
          <MenuItem key={period} onClick={() => choose(PERIODS[period])}>
            {texts.periods[period]}
          </MenuItem>
        ))}
      </MenuList>
      <RangeFilter
        key={`${createdAfter} ${createdBefore}`}
        type="date"
        from={{ label: texts.from, value: createdAfter ? dateOf(createdAfter, zone) : '' }}
        until={{ label: texts.until, value: lastDay }}
        onChange={(from, until) =>
          onChange({
            createdAfter: from && startOfDate(from, zone).toISOString(),
            createdBefore: until && startOfDate(until, zone, 1).toISOString(),
          })
        }
      />
    </>
  );
}
