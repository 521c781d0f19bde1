import PersonOff from '@mui/icons-material/PersonOffOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router-dom';
import { useNow } from '../../../shared/time/use-now';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { AvailabilityDot } from '../../../shared/ui/availability-dot';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { PageHeader } from '../../../shared/ui/page-header';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import type { NamedSkill } from '../../../shared/ui/skill-levels-field';
import { WorkForm } from '../forms/work-form';
import { standingWords } from '../standing-words';
import { deskQuery } from '../work-profiles.queries';
import { texts } from '../work-profiles.texts';

const LIST = '/admin/people';
const WORK = `${LIST}?view=work`;

const back = (
  <Button component={Link} to={WORK}>
    {texts.back}
  </Button>
);

/** Skills, capacity, hours and absences of one person. */
export function WorkEditor({ userId, skills }: { userId: string; skills: readonly NamedSkill[] }) {
  const navigate = useNavigate();
  const now = useNow();
  const zone = useTimeZone();
  const { data, error, isPending, refetch } = useQuery(deskQuery);
  const profile = data?.find(({ person }) => person.id === userId);
  if (isPending) return <SkeletonRows rows={6} height={72} />;
  if (error && !data)
    return <ErrorState error={error} title={texts.loadFailed} onRetry={() => void refetch()} action={back} />;
  if (!profile)
    return (
      <EmptyState
        page
        icon={<PersonOff />}
        tone="neutral"
        title={texts.missing}
        text={texts.missingText}
        action={back}
      />
    );
  return (
    <>
      <PageHeader
        title={profile.person.name}
        text={
          <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
            <AvailabilityDot availability={profile.absent ? 'offline' : profile.availability} />
            {standingWords(profile, now, zone)}
          </Box>
        }
      />
      <WorkForm key={userId} profile={profile} skills={skills} list={LIST} onDone={() => void navigate(WORK)} />
    </>
  );
}
