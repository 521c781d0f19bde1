import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { AssignmentView } from '../features/assignment/components/assignment-view';
import { categoriesTree } from '../features/categories/categories.queries';

export function AssignmentPage() {
  const { id } = useParams();
  const { data: categories } = useQuery(categoriesTree);
  return (
    <AssignmentView
      teamId={id}
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
