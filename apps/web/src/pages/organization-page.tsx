import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { organizationQuery } from '../features/organizations/organizations.queries';
import { texts } from '../features/organizations/organizations.texts';
import { ErrorState } from '../shared/ui/error-state';
import { PageHeader } from '../shared/ui/page-header';
import { Panel } from '../shared/ui/panel';
import { SkeletonRows } from '../shared/ui/skeleton-rows';

const OrganizationForm = lazy(() =>
  import('../features/organizations/forms/organization-form').then((module) => ({ default: module.OrganizationForm })),
);

const loading = (
  <Panel>
    <SkeletonRows rows={4} />
  </Panel>
);

export function OrganizationPage() {
  const { data, error, refetch } = useQuery(organizationQuery);
  return (
    <>
      <PageHeader title={texts.title} text={texts.text} />
      <Suspense fallback={loading}>
        {data ? (
          <OrganizationForm organization={data} />
        ) : error ? (
          <Panel>
            <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} />
          </Panel>
        ) : (
          loading
        )}
      </Suspense>
    </>
  );
}
