import { lazy, Suspense } from 'react';
import { useParams } from 'react-router-dom';
import { PoliciesView } from '../features/sla/components/policies-view';
import { SkeletonRows } from '../shared/ui/skeleton-rows';
import { usePolicyChoices } from './use-policy-choices';

const PolicyEditor = lazy(() =>
  import('../features/sla/components/policy-editor').then((module) => ({ default: module.PolicyEditor })),
);

/** The list, and below it `new` or one policy. */
export function PoliciesPage() {
  const { id } = useParams();
  const choices = usePolicyChoices();
  if (!id) return <PoliciesView choices={choices} />;
  return (
    <Suspense fallback={<SkeletonRows rows={6} height={72} />}>
      <PolicyEditor key={id} id={id === 'new' ? undefined : id} choices={choices} />
    </Suspense>
  );
}
