import { CalendarsView } from '../features/sla/components/calendars-view';

export function CalendarsPage() {
  return <CalendarsView />;
}
