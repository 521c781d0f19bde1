import { lazy, Suspense } from 'react';
import { useParams } from 'react-router-dom';
import { CalendarsView } from '../features/sla/components/calendars-view';
import { SkeletonRows } from '../shared/ui/skeleton-rows';

const CalendarEditor = lazy(() =>
  import('../features/sla/components/calendar-editor').then((module) => ({ default: module.CalendarEditor })),
);

/** The list, and below it `new` or one calendar. */
export function CalendarsPage() {
  const { id } = useParams();
  if (!id) return <CalendarsView />;
  return (
    <Suspense fallback={<SkeletonRows rows={6} height={72} />}>
      <CalendarEditor key={id} id={id === 'new' ? undefined : id} />
    </Suspense>
  );
}
