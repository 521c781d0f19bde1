import { useParams } from 'react-router-dom';
import { PolicyEditor } from '../features/sla/components/policy-editor';
import { usePolicyChoices } from './use-policy-choices';

/** `/admin/policies/new` and `/admin/policies/:id`. */
export function PolicyPage() {
  const { id } = useParams();
  return <PolicyEditor id={id === 'new' ? undefined : id} choices={usePolicyChoices()} />;
}
