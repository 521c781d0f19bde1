import { WEEKDAYS, type Weekday, type Window } from '@baton/domain/sla/calendar';
import Add from '@mui/icons-material/AddOutlined';
import MoreHoriz from '@mui/icons-material/MoreHorizOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { Week } from '../time/working-hours';
import { MenuButton } from './menu-button';
import { texts } from './week.texts';
import { WeekBar, WeekScale } from './week-bar';
import { WindowFields } from './window-fields';

const OFFICE: Window = ['09:00', '17:00'];
const NIGHT: Window = ['20:00', '22:00'];
const ALL_DAY: Window = ['00:00', '24:00'];

interface DayProps {
  week: Week;
  day: number;
  problemAt: (path: string) => string | undefined;
  onChange: (week: Week) => void;
}

/** What the menu of a day makes of the week. */
const DAY_ACTIONS: Record<string, (week: Week, day: Weekday) => Week> = {
  weekdays: (week, day) => ({
    ...week,
    ...Object.fromEntries(WEEKDAYS.slice(0, 5).map((each) => [each, week[day] ?? []])),
  }),
  all: (week, day) => Object.fromEntries(WEEKDAYS.map((each) => [each, week[day] ?? []])),
  allDay: (week, day) => ({ ...week, [day]: [ALL_DAY] }),
  close: (week, day) => ({ ...week, [day]: [] }),
};

const OPTIONS = [
  { value: 'weekdays', label: texts.copy.weekdays },
  { value: 'all', label: texts.copy.all },
  { value: 'allDay', label: texts.allDay, apart: true },
  { value: 'close', label: texts.close },
];

/** Name, bar, times, menu; on a phone the bar takes a line of its own. */
const gridLook = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', md: '96px minmax(120px, 1fr) 236px 64px' },
  gridTemplateAreas: { xs: '"name menu" "bar bar" "times times"', md: '"name bar times menu"' },
  columnGap: 1.5,
  rowGap: 0.5,
  alignItems: 'start',
} as const;

function DayRow({ week, day, problemAt, onChange }: DayProps) {
  const name = WEEKDAYS[day] as Weekday;
  const windows = week[name] ?? [];
  const set = (next: readonly Window[]) => onChange({ ...week, [name]: next });
  return (
    <Box
      role="group"
      aria-label={texts.day(day)}
      sx={{
        ...gridLook,
        py: 1,
        '&:not(:first-of-type)': { borderTop: '1px solid', borderColor: 'divider' },
      }}
    >
      <Box sx={{ gridArea: 'name', typography: 'subtitle2', lineHeight: '36px' }}>{texts.day(day)}</Box>
      <Box sx={{ gridArea: 'bar', display: 'flex', alignItems: 'center', height: { xs: 24, md: 36 } }}>
        <WeekBar week={week} day={day} />
      </Box>
      <Box sx={{ gridArea: 'times', display: 'grid', justifyItems: 'start', gap: 0.75, minWidth: 0 }}>
        {windows.map((window, index) => (
          <WindowFields
            // biome-ignore lint/suspicious/noArrayIndexKey: hours have no other identity, and hold no state
            key={index}
            day={day}
            which={index + 1}
            window={window}
            problem={problemAt(`${name}.${index}`)}
            onChange={(next) => set(windows.map((each, at) => (at === index ? next : each)))}
            onRemove={() => set(windows.filter((_each, at) => at !== index))}
          />
        ))}
        {windows.length === 0 && (
          <Box sx={{ lineHeight: '36px', color: 'text.tertiary' }}>
            {texts.closed}
            <Button
              variant="text"
              size="small"
              startIcon={<Add />}
              sx={{ ml: 1 }}
              onClick={() => set([OFFICE])}
              aria-label={texts.add(day)}
            >
              {texts.addShort}
            </Button>
          </Box>
        )}
      </Box>
      <Box sx={{ gridArea: 'menu', display: 'flex', alignItems: 'center', justifyContent: 'flex-end', minHeight: 36 }}>
        <IconButton
          size="small"
          aria-label={texts.add(day)}
          title={texts.addShort}
          sx={{ visibility: windows.length === 0 ? 'hidden' : undefined }}
          onClick={() => set([...windows, NIGHT])}
        >
          <Add sx={{ fontSize: 18 }} />
        </IconButton>
        <MenuButton
          label={texts.more(day)}
          options={OPTIONS}
          onChoose={(action) => onChange(DAY_ACTIONS[action]!(week, name))}
        >
          {(trigger) => (
            <IconButton {...trigger} size="small" aria-label={texts.more(day)}>
              <MoreHoriz sx={{ fontSize: 18 }} />
            </IconButton>
          )}
        </MenuButton>
      </Box>
    </Box>
  );
}

interface Props {
  week: Week;
  onChange: (week: Week) => void;
  /** What is wrong with hours, by their path below `windows` such as `mon.1`: a code of the domain's calendar. */
  problems?: Readonly<Record<string, string>>;
}

const wordOf = (code: string | undefined) =>
  code && (texts.problems[code as keyof typeof texts.problems] ?? texts.problems.other);

/** Hours of a week, as bars to see and times to type. Several a day, also over midnight. Load it lazily. */
export function WeekEditor({ week, onChange, problems = {} }: Props) {
  return (
    <Box>
      <Box sx={gridLook}>
        <Box sx={{ gridArea: 'bar' }}>
          <WeekScale />
        </Box>
      </Box>
      {WEEKDAYS.map((day, index) => (
        <DayRow key={day} week={week} day={index} problemAt={(path) => wordOf(problems[path])} onChange={onChange} />
      ))}
      <Box sx={{ mt: 0.5, typography: 'caption', color: 'text.tertiary' }}>{texts.help}</Box>
    </Box>
  );
}
