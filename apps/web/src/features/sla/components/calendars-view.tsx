import type { CalendarResponse } from '@baton/contracts/sla/calendar.response';
import Add from '@mui/icons-material/AddOutlined';
import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { dateOf } from '../../../shared/time/zone-day';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { Link } from '../../../shared/ui/link';
import { PageHeader } from '../../../shared/ui/page-header';
import { Panel } from '../../../shared/ui/panel';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { useToast } from '../../../shared/ui/toast';
import { texts } from '../calendars.texts';
import { namesOf } from '../names';
import { calendarsQuery, useRemoveCalendar } from '../sla-admin.queries';
import { CalendarRow } from './calendar-row';

const NEW = '/admin/calendars/new';

/** All calendars, and the way into each. */
export function CalendarsView() {
  const { data, error, isPending, refetch } = useQuery(calendarsQuery);
  const navigate = useNavigate();
  const toast = useToast();
  const remove = useRemoveCalendar();
  const today = dateOf(new Date().toISOString(), useTimeZone());
  const onRemove = (calendar: CalendarResponse) => {
    if (calendar.usedBy.length === 0) return remove.mutate(calendar);
    toast({ tone: 'error', message: texts.inUse(namesOf(calendar.usedBy)) });
  };
  const create = (
    <Button component={Link} to={NEW} variant="contained" startIcon={<Add />}>
      {texts.create}
    </Button>
  );
  return (
    <>
      <PageHeader title={texts.title} text={texts.text} actions={data?.length !== 0 && create} />
      <Panel>
        {isPending && <SkeletonRows rows={3} height={72} />}
        {error && !data && <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} />}
        {data?.length === 0 && <EmptyState icon={<CalendarMonth />} tone="primary" {...texts.empty} action={create} />}
        {data && data.length > 0 && (
          <Box component="ul" aria-label={texts.list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {data.map((calendar) => (
              <CalendarRow
                key={calendar.id}
                calendar={calendar}
                today={today}
                onEdit={() => void navigate(`/admin/calendars/${calendar.id}`)}
                onRemove={() => onRemove(calendar)}
              />
            ))}
          </Box>
        )}
      </Panel>
    </>
  );
}
