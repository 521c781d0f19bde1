import type { Window } from '@baton/domain/sla/calendar';
import { minutesOf } from '@baton/domain/sla/local-time';
import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import OutlinedInput from '@mui/material/OutlinedInput';
import { readTime } from '../time/working-hours';
import { texts } from './week.texts';

interface TimeProps {
  label: string;
  value: string;
  isEnd?: boolean;
  error?: boolean;
  describedBy?: string;
  onChange: (value: string) => void;
}

/** A time as people type it; it is written out when they are done. */
function TimeInput({ label, value, isEnd, error, describedBy, onChange }: TimeProps) {
  return (
    <OutlinedInput
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => onChange(readTime(value, isEnd) ?? value)}
      inputProps={{
        'aria-label': label,
        'aria-describedby': describedBy,
        inputMode: 'numeric',
        maxLength: 5,
        autoComplete: 'off',
      }}
      sx={{
        width: 68,
        minHeight: 36,
        '& input': { px: 1, py: 0.75, textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
      }}
    />
  );
}

interface WindowProps {
  day: number;
  which: number;
  window: Window;
  problem?: string;
  onChange: (window: Window) => void;
  onRemove: () => void;
}

const endsNextDay = ([from, to]: Window): boolean => {
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  return begins !== null && ends !== null && ends < begins;
};

/** From when until when, on one day; an end before its beginning is on the next. */
export function WindowFields({ day, which, window, problem, onChange, onRemove }: WindowProps) {
  const [from, to] = window;
  const noteId = problem && `${day}-${which}-problem`;
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
        <TimeInput
          label={texts.from(day, which)}
          value={from}
          error={Boolean(problem)}
          describedBy={noteId}
          onChange={(next) => onChange([next, to])}
        />
        <Box component="span" sx={{ color: 'text.tertiary' }}>
          {texts.until}
        </Box>
        <TimeInput
          label={texts.to(day, which)}
          value={to}
          isEnd
          error={Boolean(problem)}
          describedBy={noteId}
          onChange={(next) => onChange([from, next])}
        />
        <IconButton size="small" aria-label={texts.remove(day, which)} onClick={onRemove}>
          <Close sx={{ fontSize: 16 }} />
        </IconButton>
        {endsNextDay(window) && (
          <Box component="span" sx={{ typography: 'caption', color: 'text.secondary', whiteSpace: 'nowrap' }}>
            {texts.nextDay}
          </Box>
        )}
      </Box>
      {problem && (
        <Box id={noteId} sx={{ mt: 0.25, typography: 'caption', fontWeight: 500, color: 'error.text' }}>
          {problem}
        </Box>
      )}
    </Box>
  );
}
