import type { CalendarResponse } from '@baton/contracts/sla/calendar.response';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { formErrorText } from '../../../shared/forms/form-error';
import { below, useEditorForm } from '../../../shared/forms/use-editor-form';
import { writeLength } from '../../../shared/time/length';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { openMinutesOfWeek } from '../../../shared/time/working-hours';
import { dateOf } from '../../../shared/time/zone-day';
import { FormAlert } from '../../../shared/ui/form-alert';
import { FormField } from '../../../shared/ui/form-field';
import { FormSection } from '../../../shared/ui/form-section';
import { Link } from '../../../shared/ui/link';
import { Panel } from '../../../shared/ui/panel';
import { TimeZoneField } from '../../../shared/ui/time-zone-field';
import { WeekEditor } from '../../../shared/ui/week-editor';
import { calendarWishProblems, newCalendar, wishOfCalendar } from '../calendar-wish';
import { texts as all } from '../calendars.texts';
import { TryCalendar } from '../components/try-calendar';
import { namesOf } from '../names';
import { problemWords } from '../problem-words';
import { type CalendarWish, useSaveCalendar } from '../sla-admin.queries';
import { HolidayList } from './holiday-list';

const texts = all.form;

const FIELD_OF = { 'calendar.name_taken': 'name' };

interface Props {
  /** Absent: a new one. */
  calendar?: CalendarResponse;
  onDone: () => void;
}

/** The whole of a calendar, and beside it what it would make of a deadline. */
export function CalendarForm({ calendar: known, onDone }: Props) {
  const zone = useTimeZone();
  const save = useSaveCalendar();
  const form = useEditorForm<CalendarWish>({
    initial: known ? wishOfCalendar(known) : newCalendar(zone),
    check: calendarWishProblems,
    fieldOf: FIELD_OF,
    submit: async (wish) => {
      await save(known?.id, wish);
      onDone();
    },
  });
  const { name, calendar } = form.values;
  const { problems } = form;
  const edit = (changes: Partial<CalendarWish['calendar']>) => form.set({ calendar: { ...calendar, ...changes } });
  const usedBy = known?.usedBy ?? [];
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: 2,
        alignItems: 'start',
        '@media (min-width: 1360px)': { gridTemplateColumns: 'minmax(0, 1fr) 368px' },
      }}
    >
      <Box
        component="form"
        noValidate
        onSubmit={form.onSubmit}
        onBlur={form.onBlur}
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}
      >
        {form.formError && <FormAlert>{formErrorText(form.formError)}</FormAlert>}
        <FormSection title={texts.general}>
          <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, gap: 2, alignItems: 'start' }}>
            <FormField
              label={texts.name}
              hint={texts.nameHint}
              autoComplete="off"
              value={name}
              error={problemWords(problems.name)}
              inputProps={{ maxLength: 100 }}
              onChange={(event) => form.set({ name: event.target.value })}
            />
            <TimeZoneField
              value={calendar.timeZone}
              error={problemWords(problems['calendar.timeZone'])}
              onChange={(timeZone) => edit({ timeZone })}
            />
          </Box>
        </FormSection>
        <FormSection
          title={texts.hours}
          text={texts.hoursText}
          end={texts.week(writeLength(openMinutesOfWeek(calendar.windows)))}
        >
          {problems['calendar.windows'] && (
            <Box sx={{ mb: 1.5 }}>
              <FormAlert>
                {problems['calendar.windows'] === 'empty'
                  ? texts.hoursEmpty
                  : problemWords(problems['calendar.windows'])}
              </FormAlert>
            </Box>
          )}
          <WeekEditor
            week={calendar.windows}
            problems={below(problems, 'calendar.windows')}
            onChange={(windows) => edit({ windows })}
          />
        </FormSection>
        <FormSection title={texts.holidays} text={texts.holidaysText}>
          <HolidayList
            holidays={calendar.holidays}
            timeZone={calendar.timeZone}
            today={dateOf(new Date().toISOString(), zone)}
            problems={below(problems, 'calendar.holidays')}
            onChange={(holidays) => edit({ holidays })}
          />
        </FormSection>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Button type="submit" variant="contained" loading={form.submitting}>
            {known ? texts.save : texts.saveNew}
          </Button>
          <Button component={Link} to="/admin/calendars" variant="text" color="inherit">
            {texts.cancel}
          </Button>
          {usedBy.length > 0 && <Box sx={{ color: 'text.secondary' }}>{texts.usedBy(namesOf(usedBy))}</Box>}
        </Box>
      </Box>
      <Panel sx={{ p: { xs: 2, md: 3 }, '@media (min-width: 1360px)': { position: 'sticky', top: 72 } }}>
        <TryCalendar calendar={calendar} />
      </Panel>
    </Box>
  );
}
