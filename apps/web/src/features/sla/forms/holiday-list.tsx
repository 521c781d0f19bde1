import type { Holiday } from '@baton/domain/sla/calendar';
import Add from '@mui/icons-material/AddOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import FileUpload from '@mui/icons-material/FileUploadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { lazy, Suspense, useState } from 'react';
import type { Problems } from '../../../shared/forms/use-editor-form';
import { formatDate } from '../../../shared/time/format-time';
import { sortedHolidays } from '../calendar-wish';
import { texts } from '../calendars.texts';
import { problemWords } from '../problem-words';
import { HolidayFields } from './holiday-fields';

const ImportDialog = lazy(() => import('./import-dialog').then((module) => ({ default: module.ImportDialog })));

const say = texts.holiday;

/** `Thu 24 December 2026`: a date has no zone. */
const dateWords = (date: string): string => {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? date : `${formatDate(day, 'UTC')} ${date.slice(0, 4)}`;
};

const nameOf = ({ name, date }: Holiday) => name ?? dateWords(date);

const hoursOf = ({ from, to }: Holiday) =>
  from || to ? say.between(from ?? say.dayStart, to ?? say.dayEnd) : say.wholeDay;

interface RowProps {
  holiday: Holiday;
  problem?: string;
  onEdit: () => void;
  onRemove: () => void;
}

function HolidayRow({ holiday, problem, onEdit, onRemove }: RowProps) {
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        minHeight: 44,
        py: 0.5,
        '&:not(:first-of-type)': { borderTop: '1px solid', borderColor: 'divider' },
      }}
    >
      <Box
        sx={{
          flex: 1,
          minWidth: 0,
          display: 'grid',
          gridTemplateColumns: { sm: '200px minmax(0, 1fr) auto' },
          columnGap: 1.5,
        }}
      >
        <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {dateWords(holiday.date)}
        </Box>
        <Box component="span" sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>
          {holiday.name}
        </Box>
        <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {hoursOf(holiday)}
        </Box>
        {problem && <Box sx={{ typography: 'caption', color: 'error.text' }}>{problem}</Box>}
      </Box>
      <IconButton size="small" aria-label={say.edit(nameOf(holiday))} onClick={onEdit}>
        <Edit sx={{ fontSize: 16 }} />
      </IconButton>
      <IconButton size="small" aria-label={say.remove(nameOf(holiday))} onClick={onRemove}>
        <Close sx={{ fontSize: 16 }} />
      </IconButton>
    </Box>
  );
}

interface Props {
  holidays: readonly Holiday[];
  timeZone: string;
  /** `2026-11-21` */
  today: string;
  /** By place in the list. */
  problems: Problems;
  onChange: (holidays: Holiday[]) => void;
}

const problemOf = (problems: Problems, index: number) =>
  problemWords(Object.entries(problems).find(([path]) => path.startsWith(`${index}.`))?.[1]);

/** The holidays of a calendar by date, those ahead first in sight. */
export function HolidayList({ holidays, timeZone, today, problems, onChange }: Props) {
  const [open, setOpen] = useState<number | 'new' | 'import' | null>(null);
  const [withPast, setWithPast] = useState(false);
  const past = holidays.filter(({ date }) => date < today).length;
  const close = () => setOpen(null);
  const put = (holiday: Holiday, at?: number) => {
    onChange(sortedHolidays([...holidays.filter((_each, index) => index !== at), holiday]));
    close();
  };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}>
      {holidays.length === 0 && open !== 'new' && <Box sx={{ color: 'text.tertiary' }}>{say.none}</Box>}
      {past > 0 && !withPast && (
        <Button variant="text" size="small" sx={{ justifySelf: 'start' }} onClick={() => setWithPast(true)}>
          {say.past(past)}
        </Button>
      )}
      {holidays.length > 0 && (
        <Box
          component="ul"
          aria-label={say.list}
          sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 440, overflowY: 'auto' }}
        >
          {holidays.map((holiday, index) => {
            if (open === index)
              return (
                <li key={`${holiday.date}-${holiday.from ?? ''}-edit`}>
                  <HolidayFields holiday={holiday} onDone={(changed) => put(changed, index)} onCancel={close} />
                </li>
              );
            if (!withPast && holiday.date < today) return null;
            return (
              <HolidayRow
                key={`${holiday.date}-${holiday.from ?? ''}-${holiday.to ?? ''}-${holiday.name ?? ''}`}
                holiday={holiday}
                problem={problemOf(problems, index)}
                onEdit={() => setOpen(index)}
                onRemove={() => onChange(holidays.filter((_each, at) => at !== index))}
              />
            );
          })}
        </Box>
      )}
      {open === 'new' ? (
        <HolidayFields onDone={put} onCancel={close} />
      ) : (
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button startIcon={<Add />} onClick={() => setOpen('new')}>
            {say.add}
          </Button>
          <Button startIcon={<FileUpload />} onClick={() => setOpen('import')}>
            {say.import}
          </Button>
        </Box>
      )}
      <Suspense fallback={null}>
        {open === 'import' && (
          <ImportDialog
            known={holidays}
            timeZone={timeZone}
            today={today}
            onAdd={(fresh) => {
              onChange(sortedHolidays([...holidays, ...fresh]));
              close();
            }}
            onClose={close}
          />
        )}
      </Suspense>
    </Box>
  );
}
