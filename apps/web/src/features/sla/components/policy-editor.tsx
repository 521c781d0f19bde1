import SearchOff from '@mui/icons-material/SearchOffOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { Link } from '../../../shared/ui/link';
import { PageHeader } from '../../../shared/ui/page-header';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { PolicyForm } from '../forms/policy-form';
import { texts } from '../policies.texts';
import type { PolicyChoices } from '../policy-choices';
import { calendarsQuery, policiesQuery } from '../sla-admin.queries';

const LIST = '/admin/policies';

function Missing() {
  return (
    <EmptyState
      page
      icon={<SearchOff />}
      tone="neutral"
      title={texts.missing}
      text={texts.missingText}
      action={
        <Button component={Link} to={LIST}>
          {texts.backToList}
        </Button>
      }
    />
  );
}

interface Props {
  /** Absent: a new one. */
  id?: string;
  choices: PolicyChoices;
}

/** The editor of one policy, or of a new one. */
export function PolicyEditor({ id, choices }: Props) {
  const navigate = useNavigate();
  const policies = useQuery(policiesQuery);
  const calendars = useQuery(calendarsQuery);
  const failed = [policies, calendars].find(({ isError, data }) => isError && !data);
  if (failed) return <ErrorState error={failed.error} title={texts.loadFailed} onRetry={() => void failed.refetch()} />;
  if (!policies.data || !calendars.data) return <SkeletonRows rows={6} height={72} />;
  const policy = policies.data.find((each) => each.id === id);
  if (id !== undefined && !policy) return <Missing />;
  return (
    <>
      <PageHeader title={policy?.name ?? texts.form.createTitle} />
      <PolicyForm
        key={id ?? 'new'}
        policy={policy}
        policies={policies.data}
        calendars={calendars.data}
        choices={choices}
        onDone={() => void navigate(LIST)}
      />
    </>
  );
}
