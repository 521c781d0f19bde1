import type { CalendarDto } from '@baton/contracts/sla/calendar.dto';
import type { PreviewDto } from '@baton/contracts/sla/sla.dto';
import { calendarProblems } from '@baton/domain/sla/calendar';
import { MAX_TARGET_MINUTES } from '@baton/domain/sla/policy';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import { isApiError } from '../../../shared/api/api-error';
import { formErrorText } from '../../../shared/forms/form-error';
import { formatClock, formatFull } from '../../../shared/time/format-time';
import { readLength, writeLength } from '../../../shared/time/length';
import { instantOfLocal, localOf } from '../../../shared/time/zone-day';
import { FormAlert } from '../../../shared/ui/form-alert';
import { FormField } from '../../../shared/ui/form-field';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { texts as all } from '../calendars.texts';
import { piecesOf } from '../intervals';
import { problemWords } from '../problem-words';
import { previewQuery } from '../sla-admin.queries';
import { IntervalBand } from './interval-band';
import { IntervalDays } from './interval-days';

const texts = all.tryIt;

function Answer({ question }: { question: PreviewDto }) {
  const { data, error, isPending, isPlaceholderData } = useQuery(previewQuery(question));
  const zone = question.calendar.timeZone;
  if (isPending) return <SkeletonRows rows={2} height={48} />;
  if (error) return <FormAlert>{isApiError(error) ? formErrorText(error) : texts.failed}</FormAlert>;
  const { past } = piecesOf(data.intervals);
  const start = new Date(question.startedAt);
  return (
    <Box
      role="status"
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2, opacity: isPlaceholderData ? 0.6 : 1 }}
    >
      <Box>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{texts.due}</Box>
        <Box sx={{ typography: 'h3', fontVariantNumeric: 'tabular-nums' }}>
          {formatFull(new Date(data.dueAt), zone)}
        </Box>
      </Box>
      <IntervalBand past={past} ahead={[]} clock={(ms) => formatClock(new Date(ms), start, zone)} />
      <IntervalDays key={data.dueAt} pieces={past} zone={zone} />
    </Box>
  );
}

const Hint = ({ children }: { children: ReactNode }) => <Box sx={{ color: 'text.tertiary' }}>{children}</Box>;

/** When a ticket would be due by the hours as they are typed, before they are saved. */
export function TryCalendar({ calendar: newest }: { calendar: CalendarDto }) {
  const titleId = useId();
  const calendar = useDeferredValue(newest);
  const isSound = calendarProblems(calendar).length === 0;
  const [start, setStart] = useState(() => localOf(new Date(), isSound ? calendar.timeZone : 'UTC'));
  const [typed, setTyped] = useState('4h');
  const minutes = readLength(typed);
  const isTarget = minutes !== null && minutes > 0 && minutes <= MAX_TARGET_MINUTES;
  const startedAt = isSound ? instantOfLocal(start, calendar.timeZone) : null;
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}
    >
      <Box>
        <Box component="h2" id={titleId} sx={{ m: 0, typography: 'h5' }}>
          {texts.title}
        </Box>
        <Box sx={{ mt: 0.5, color: 'text.secondary' }}>{texts.text}</Box>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 104px', gap: 1.5, alignItems: 'start' }}>
        <FormField
          label={texts.start}
          type="datetime-local"
          value={start}
          hint={texts.dueIn(calendar.timeZone.replaceAll('_', ' '))}
          onChange={(event) => setStart(event.target.value)}
        />
        <FormField
          label={texts.target}
          value={typed}
          error={typed.trim() && !isTarget ? problemWords('target') : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => minutes !== null && setTyped(writeLength(minutes))}
        />
      </Box>
      {!isSound && <Hint>{texts.unsound}</Hint>}
      {isSound && !isTarget && <Hint>{texts.noTarget}</Hint>}
      {startedAt && isTarget && (
        <Answer question={{ calendar, startedAt: startedAt.toISOString(), targetMinutes: minutes }} />
      )}
    </Box>
  );
}
