import { PoliciesView } from '../features/sla/components/policies-view';
import { usePolicyChoices } from './use-policy-choices';

export function PoliciesPage() {
  return <PoliciesView choices={usePolicyChoices()} />;
}
