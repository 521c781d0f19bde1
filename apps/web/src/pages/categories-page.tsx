import { useQuery } from '@tanstack/react-query';
import { CategoriesView } from '../features/categories/components/categories-view';
import { skillsQuery } from '../features/skills/skills.queries';
import { teamsList } from '../features/teams/teams.queries';

export function CategoriesPage() {
  const { data: teams = [] } = useQuery(teamsList);
  const { data: skills = [] } = useQuery(skillsQuery);
  return <CategoriesView teams={teams} skills={skills} />;
}
