import { useQuery } from '@tanstack/react-query';
import { CategoriesView } from '../features/categories/components/categories-view';
import { teamsList } from '../features/teams/teams.queries';

export function CategoriesPage() {
  const { data: teams = [] } = useQuery(teamsList);
  return <CategoriesView teams={teams} />;
}
