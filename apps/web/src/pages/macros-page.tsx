import { useQuery } from '@tanstack/react-query';
import { MacrosView } from '../features/macros/components/macros-view';
import { categoriesQuery, teamsQuery, workersQuery } from '../features/tickets/tickets.queries';
import { PageBody } from '../shared/ui/page-body';

export function MacrosPage() {
  const people = useQuery(workersQuery).data?.items ?? [];
  const teams = useQuery(teamsQuery).data?.items ?? [];
  const categories = useQuery(categoriesQuery).data?.items ?? [];
  const open = categories.filter(({ archived }) => !archived).map(({ id, path }) => ({ id, name: path }));
  return (
    <PageBody layout="column">
      <MacrosView choices={{ people, teams, categories: open }} />
    </PageBody>
  );
}
