import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { AssignmentView } from '../features/assignment/components/assignment-view';
import { categoriesTree } from '../features/categories/categories.queries';
import { teamsList } from '../features/teams/teams.queries';

export function AssignmentPage() {
  const { id } = useParams();
  const { data: teams = [] } = useQuery(teamsList);
  const { data: categories } = useQuery(categoriesTree);
  return (
    <AssignmentView
      teamId={id}
      teams={teams}
      categories={categories
        ?.filter(({ archived }) => !archived)
        .map((category) => ({
          id: category.id,
          name: category.path,
          teamId: category.teamId,
          needsSkills: category.skills.length > 0,
        }))}
    />
  );
}
