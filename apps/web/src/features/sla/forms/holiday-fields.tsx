import type { Holiday } from '@baton/domain/sla/calendar';
import { dayOf, minutesOf } from '@baton/domain/sla/local-time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type KeyboardEvent, useState } from 'react';
import { readTime } from '../../../shared/time/working-hours';
import { CheckBox } from '../../../shared/ui/check-box';
import { FormField } from '../../../shared/ui/form-field';
import { texts } from '../calendars.texts';
import { problemWords } from '../problem-words';

const say = texts.holiday;

interface Props {
  /** Absent: a new one. */
  holiday?: Holiday;
  onDone: (holiday: Holiday) => void;
  onCancel: () => void;
}

interface Errors {
  date?: string;
  from?: string;
  to?: string;
}

function errorsOf({ date, from, to }: Holiday): Errors {
  const [begins, ends] = [from ? minutesOf(from) : 0, to ? minutesOf(to) : 1440];
  return {
    date: dayOf(date) === null ? 'date' : undefined,
    from: begins === null ? 'time' : undefined,
    to: ends === null ? 'time' : begins !== null && begins >= ends ? 'order' : undefined,
  };
}

/** What is empty is absent. */
const holidayOf = (date: string, name: string, times: { from: string; to: string } | null): Holiday => ({
  date,
  ...(name.trim() && { name: name.trim() }),
  ...(times?.from && { from: readTime(times.from) ?? times.from }),
  ...(times?.to && { to: readTime(times.to, true) ?? times.to }),
});

/** One holiday: its date, its name, and the hours when it is not the whole day. Not a form: it stands in one. */
export function HolidayFields({ holiday, onDone, onCancel }: Props) {
  const [date, setDate] = useState(holiday?.date ?? '');
  const [name, setName] = useState(holiday?.name ?? '');
  const [partly, setPartly] = useState(Boolean(holiday?.from || holiday?.to));
  const [times, setTimes] = useState({ from: holiday?.from ?? '', to: holiday?.to ?? '' });
  const [errors, setErrors] = useState<Errors>({});
  const done = () => {
    const made = holidayOf(date, name, partly ? times : null);
    const found = errorsOf(made);
    setErrors(found);
    if (Object.values(found).every((error) => error === undefined)) onDone(made);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) done();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Box
      role="group"
      aria-label={holiday ? say.titleEdit : say.titleNew}
      onKeyDown={onKeyDown}
      sx={{ display: 'grid', gap: 1.5, p: 2, borderRadius: '8px', bgcolor: 'surface.sunken' }}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '176px minmax(0, 1fr)' }, gap: 1.5 }}>
        <FormField
          label={say.date}
          type="date"
          autoFocus
          value={date}
          error={problemWords(errors.date)}
          onChange={(event) => setDate(event.target.value)}
        />
        <FormField
          label={say.name}
          optional
          value={name}
          inputProps={{ maxLength: 100 }}
          onChange={(event) => setName(event.target.value)}
        />
      </Box>
      <Box
        component="label"
        sx={{ display: 'flex', alignItems: 'center', gap: 1.25, cursor: 'pointer', minHeight: 32 }}
      >
        <CheckBox checked={partly} onChange={setPartly} />
        {say.partly}
      </Box>
      {partly && (
        <Box sx={{ display: 'grid', gridTemplateColumns: '120px 120px', gap: 1.5 }}>
          <FormField
            label={say.from}
            value={times.from}
            placeholder={say.dayStart}
            error={problemWords(errors.from)}
            onChange={(event) => setTimes({ ...times, from: event.target.value })}
            onBlur={() => setTimes((now) => ({ ...now, from: readTime(now.from) ?? now.from }))}
          />
          <FormField
            label={say.to}
            value={times.to}
            placeholder={say.dayEnd}
            error={problemWords(errors.to)}
            onChange={(event) => setTimes({ ...times, to: event.target.value })}
            onBlur={() => setTimes((now) => ({ ...now, to: readTime(now.to, true) ?? now.to }))}
          />
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button variant="tonal" onClick={done}>
          {say.save}
        </Button>
        <Button variant="text" color="inherit" onClick={onCancel}>
          {say.cancel}
        </Button>
      </Box>
    </Box>
  );
}
