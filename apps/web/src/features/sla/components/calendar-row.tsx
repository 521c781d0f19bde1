import type { CalendarResponse } from '@baton/contracts/sla/calendar.response';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import MoreHoriz from '@mui/icons-material/MoreHorizOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import { weekWords } from '../../../shared/text/week-words';
import { writeLength } from '../../../shared/time/length';
import { openMinutesOfWeek } from '../../../shared/time/working-hours';
import { Link as RouterLink } from '../../../shared/ui/link';
import { MenuButton } from '../../../shared/ui/menu-button';
import { texts } from '../calendars.texts';
import { namesOf } from '../names';

const OPTIONS = [
  { value: 'edit', label: texts.edit, icon: <Edit /> },
  { value: 'remove', label: texts.remove, icon: <Delete />, danger: true, apart: true },
];

interface Props {
  calendar: CalendarResponse;
  /** `2026-11-21` */
  today: string;
  onEdit: () => void;
  onRemove: () => void;
}

/** One calendar: where, when, and who counts by it. */
export function CalendarRow({ calendar, today, onEdit, onRemove }: Props) {
  const { id, name, usedBy } = calendar;
  const { timeZone, windows, holidays } = calendar.calendar;
  const ahead = holidays.filter(({ date }) => date >= today).length;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 72,
        py: 1.25,
        pl: 2.5,
        pr: 1.5,
        '&:not(:first-of-type)': { borderTop: '1px solid', borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1 }}>
          <Link
            component={RouterLink}
            to={`/admin/calendars/${id}`}
            sx={{ typography: 'h6', color: 'text.primary', overflowWrap: 'anywhere' }}
          >
            {name}
          </Link>
          <Box component="span" sx={{ typography: 'caption', color: 'text.secondary' }}>
            {timeZone.replaceAll('_', ' ')}
          </Box>
        </Box>
        <Box sx={{ mt: 0.25, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {weekWords(windows)} · {texts.openAWeek(writeLength(openMinutesOfWeek(windows)))}
        </Box>
        <Box sx={{ mt: 0.25, typography: 'caption', color: 'text.tertiary' }}>
          {ahead > 0 ? texts.holidayCount(ahead) : texts.noHolidays} ·{' '}
          {usedBy.length > 0 ? texts.usedBy(namesOf(usedBy)) : texts.unused}
        </Box>
      </Box>
      <MenuButton
        label={texts.actions(name)}
        options={OPTIONS}
        onChoose={(action) => (action === 'edit' ? onEdit() : onRemove())}
      >
        {(trigger) => (
          <IconButton {...trigger} aria-label={texts.actions(name)}>
            <MoreHoriz />
          </IconButton>
        )}
      </MenuButton>
    </Box>
  );
}
