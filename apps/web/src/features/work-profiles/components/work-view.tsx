import type { WorkProfileResponse } from '@baton/contracts/work-profiles/work-profiles.response';
import Group from '@mui/icons-material/GroupOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router-dom';
import { useWake } from '../../../shared/realtime/use-wake';
import { ChoiceButton } from '../../../shared/ui/choice-button';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { PageHeader } from '../../../shared/ui/page-header';
import { Panel } from '../../../shared/ui/panel';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import type { NamedSkill } from '../../../shared/ui/skill-levels-field';
import { deskQuery } from '../work-profiles.queries';
import { texts } from '../work-profiles.texts';
import { rowGrid, WorkRow } from './work-row';

interface Props {
  title: string;
  text: string;
  tabs: ReactNode;
  teams: readonly { id: string; name: string }[];
  skills: readonly NamedSkill[];
}

function summaryOf(people: readonly WorkProfileResponse[]): string {
  const sum = (of: (profile: WorkProfileResponse) => number) => people.reduce((total, each) => total + of(each), 0);
  return texts.summary(
    sum(({ availability, absent }) => Number(availability === 'online' && !absent)),
    people.length,
    sum(({ active }) => active),
    sum(({ capacity }) => capacity),
  );
}

const Head = () => (
  <Box
    aria-hidden="true"
    sx={{
      ...rowGrid,
      display: { xs: 'none', lg: 'grid' },
      height: 40,
      px: 2.5,
      typography: 'caption',
      fontWeight: 500,
      color: 'text.tertiary',
      borderBottom: '1px solid',
      borderColor: 'divider',
    }}
  >
    <Box sx={{ gridArea: 'person' }}>{texts.person}</Box>
    <Box sx={{ gridArea: 'load' }}>{texts.load}</Box>
    <Box sx={{ gridArea: 'skills' }}>{texts.skills}</Box>
    <Box sx={{ gridArea: 'hours' }}>{texts.hours}</Box>
  </Box>
);

function People({ people, skills }: { people: readonly WorkProfileResponse[]; skills: readonly NamedSkill[] }) {
  return (
    <>
      <Head />
      <Box component="ul" aria-label={texts.list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {people.map((profile) => (
          <WorkRow key={profile.person.id} profile={profile} skills={skills} />
        ))}
      </Box>
    </>
  );
}

const invite = (
  <Button component={Link} to="/admin/people">
    {texts.empty.invite}
  </Button>
);

/** Everybody who may be given work, live. */
export function WorkView({ title, text, tabs, teams, skills }: Props) {
  const { data, error, isPending, refetch } = useQuery(deskQuery);
  const [teamId, setTeamId] = useState('');
  // Load and shifts change without a word.
  useWake(() => void refetch());
  const people = data?.filter(({ teamIds }) => teamId === '' || teamIds.includes(teamId));
  return (
    <>
      <PageHeader title={title} text={text} />
      {tabs}
      {data && data.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, mb: 1, mx: -1 }}>
          <ChoiceButton
            label={texts.team}
            any={texts.anyTeam}
            value={teamId}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setTeamId}
          />
          <Box sx={{ px: 1, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
            {summaryOf(people ?? [])}
          </Box>
        </Box>
      )}
      <Panel>
        {people && people.length > 0 && <People people={people} skills={skills} />}
        {data?.length === 0 && <EmptyState icon={<Group />} tone="primary" {...texts.empty} action={invite} />}
        {data && data.length > 0 && people?.length === 0 && (
          <Box sx={{ px: 2.5, py: 3, color: 'text.secondary' }}>{texts.nobodyInTeam}</Box>
        )}
        {error && !data && <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} />}
        {isPending && <SkeletonRows rows={6} height={72} />}
      </Panel>
    </>
  );
}
