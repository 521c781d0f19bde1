import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useMemo } from 'react';
import { formatClock } from '../time/format-time';
import { timeZones } from '../time/time-zones';
import { useNow } from '../time/use-now';
import { Field } from './field';
import { texts } from './week.texts';

const nameOf = (zone: string) => zone.replaceAll('_', ' ');

/** So many at once are enough to look through. */
const filterOptions = createFilterOptions<string>({ limit: 60, stringify: nameOf });

/** What time it is in a zone this browser knows. */
function timeIn(zone: string, now: Date): string | null {
  try {
    return formatClock(now, now, zone);
  } catch {
    return null;
  }
}

interface Props {
  value: string;
  error?: string;
  onChange: (zone: string) => void;
}

/** Finds a time zone by its city or region, and says what time it is there. Load it lazily. */
export function TimeZoneField({ value, error, onChange }: Props) {
  const now = useNow();
  const time = timeIn(value, now);
  const zones = useMemo(() => timeZones(value), [value]);
  return (
    <Field label={texts.timeZone.label} error={error} hint={time ? texts.timeZone.hint(time) : undefined}>
      {({ 'aria-labelledby': _named, id, ...control }) => (
        <Autocomplete
          id={id}
          value={value}
          options={zones}
          filterOptions={filterOptions}
          getOptionLabel={nameOf}
          noOptionsText={texts.timeZone.none}
          disableClearable
          autoHighlight
          // Inside the landmark it belongs to.
          disablePortal
          onChange={(_event, zone) => onChange(zone)}
          renderInput={({ slotProps, ...input }) => (
            <OutlinedInput
              ref={slotProps.input.ref}
              className={slotProps.input.className}
              onMouseDown={slotProps.input.onMouseDown}
              fullWidth
              error={Boolean(error)}
              placeholder={texts.timeZone.find}
              endAdornment={slotProps.input.endAdornment}
              inputProps={{ ...slotProps.htmlInput, ...control }}
              id={input.id}
              // The autocomplete's own paddings would make it higher than the fields beside it.
              sx={{
                '&.MuiOutlinedInput-root': { p: 0, pr: 4.5 },
                '& .MuiAutocomplete-input.MuiAutocomplete-input': { p: '9px 12px' },
              }}
            />
          )}
        />
      )}
    </Field>
  );
}
