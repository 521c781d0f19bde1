import { useParams } from 'react-router-dom';
import { CalendarEditor } from '../features/sla/components/calendar-editor';

/** `/admin/calendars/new` and `/admin/calendars/:id`. */
export function CalendarPage() {
  const { id } = useParams();
  return <CalendarEditor id={id === 'new' ? undefined : id} />;
}
