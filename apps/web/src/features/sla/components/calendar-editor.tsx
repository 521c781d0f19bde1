import EventBusy from '@mui/icons-material/EventBusyOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { Link } from '../../../shared/ui/link';
import { PageHeader } from '../../../shared/ui/page-header';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { texts } from '../calendars.texts';
import { CalendarForm } from '../forms/calendar-form';
import { calendarsQuery } from '../sla-admin.queries';

const LIST = '/admin/calendars';

function Missing() {
  return (
    <EmptyState
      page
      icon={<EventBusy />}
      tone="neutral"
      title={texts.missing}
      text={texts.missingText}
      action={
        <Button component={Link} to={LIST}>
          {texts.backToList}
        </Button>
      }
    />
  );
}

/** The editor of one calendar, or of a new one. @param id absent: a new one */
export function CalendarEditor({ id }: { id?: string }) {
  const navigate = useNavigate();
  const { data, error, isPending, refetch } = useQuery({ ...calendarsQuery, enabled: id !== undefined });
  const calendar = data?.find((each) => each.id === id);
  if (id !== undefined && !calendar) {
    if (isPending) return <SkeletonRows rows={6} height={56} />;
    if (error) return <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} />;
    return <Missing />;
  }
  return (
    <>
      <PageHeader title={calendar?.name ?? texts.form.createTitle} />
      <CalendarForm key={id ?? 'new'} calendar={calendar} onDone={() => void navigate(LIST)} />
    </>
  );
}
