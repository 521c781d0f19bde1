import { lazy } from 'react';
import { useSession } from '../shared/access/use-session';

const EmployeeHome = lazy(() => import('./employee-home').then((module) => ({ default: module.EmployeeHome })));
const DeskHome = lazy(() => import('./desk-home').then((module) => ({ default: module.DeskHome })));

/** Who works on tickets starts with the work; everybody else with their own. */
export function HomePage() {
  const { can } = useSession();
  return can('ticket.readAll') ? <DeskHome /> : <EmployeeHome />;
}
