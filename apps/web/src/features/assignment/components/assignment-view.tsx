import Group from '@mui/icons-material/GroupOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { PageHeader } from '../../../shared/ui/page-header';
import { Panel } from '../../../shared/ui/panel';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { useLiveAssignment, waitingQuery } from '../assignment.queries';
import { texts } from '../settings.texts';
import { TeamSettings } from './team-settings';
import { TeamTabs } from './team-tabs';
import type { CategoryChoice } from './try-it';

interface Props {
  /** Absent: the first one. */
  teamId?: string;
  /** Absent until they are known: the first question would be another. */
  categories?: readonly CategoryChoice[];
}

const toTeams = (
  <Button component={Link} to="/admin/people?view=teams">
    {texts.toTeams}
  </Button>
);
const back = (
  <Button component={Link} to="/admin/assignment">
    {texts.back}
  </Button>
);

/** How teams hand out work, who waits, and who would get the next ticket. */
export function AssignmentView({ teamId, categories }: Props) {
  const { data, error, isPending, refetch } = useQuery(waitingQuery);
  useLiveAssignment();
  const open = teamId ? data?.find(({ team }) => team.id === teamId) : data?.[0];
  return (
    <>
      <PageHeader title={texts.title} text={texts.text} />
      {(isPending || (data && !categories)) && (
        <Panel>
          <SkeletonRows rows={5} height={72} />
        </Panel>
      )}
      {error && !data && (
        <Panel>
          <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} />
        </Panel>
      )}
      {data?.length === 0 && (
        <Panel>
          <EmptyState icon={<Group />} tone="primary" {...texts.empty} action={toTeams} />
        </Panel>
      )}
      {data && data.length > 0 && !open && (
        <EmptyState icon={<Group />} tone="neutral" title={texts.missing} action={back} />
      )}
      {data && open && categories && (
        <>
          <TeamTabs teams={data} openId={open.team.id} />
          <TeamSettings key={open.team.id} team={open} teams={data.map(({ team }) => team)} categories={categories} />
        </>
      )}
    </>
  );
}
