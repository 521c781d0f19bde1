import type { TeamResponse } from '@baton/contracts/teams/teams.response';
import type { PersonResponse } from '@baton/contracts/users/person.response';
import Add from '@mui/icons-material/AddOutlined';
import Group from '@mui/icons-material/GroupOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { PageHeader } from '../../../shared/ui/page-header';
import { Panel } from '../../../shared/ui/panel';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { teamsList } from '../teams.queries';
import { texts } from '../teams.texts';
import { TeamList } from './team-list';

const TeamDialog = lazy(() => import('../forms/team-dialog').then((module) => ({ default: module.TeamDialog })));

interface Props {
  title: string;
  text: string;
  tabs: ReactNode;
  candidates: readonly PersonResponse[];
}

/** All teams, and the form for one. */
export function TeamsView({ title, text, tabs, candidates }: Props) {
  const { data: teams, error, refetch } = useQuery(teamsList);
  const [open, setOpen] = useState<TeamResponse | 'new' | null>(null);
  return (
    <>
      <PageHeader
        title={title}
        text={text}
        actions={
          <Button variant="contained" startIcon={<Add />} onClick={() => setOpen('new')}>
            {texts.create}
          </Button>
        }
      />
      {tabs}
      <Panel>
        {teams && teams.length > 0 && <TeamList teams={teams} onEdit={setOpen} />}
        {teams?.length === 0 && <EmptyState icon={<Group />} tone="primary" {...texts.empty} />}
        {!teams && error && <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} />}
        {!teams && !error && <SkeletonRows rows={4} />}
      </Panel>
      <Suspense fallback={null}>
        {open && (
          <TeamDialog team={open === 'new' ? undefined : open} candidates={candidates} onClose={() => setOpen(null)} />
        )}
      </Suspense>
    </>
  );
}
