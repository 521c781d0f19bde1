import type { TeamWaitingResponse } from '@baton/contracts/assignment/assignment.response';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router-dom';
import { modeCards } from '../../../shared/text/mode-words';
import { workWords } from '../../../shared/text/work-words.texts';
import { FormSection } from '../../../shared/ui/form-section';
import { Panel } from '../../../shared/ui/panel';
import { RadioCards } from '../../../shared/ui/radio-cards';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { useChangeMode } from '../assignment.queries';
import { texts } from '../settings.texts';
import type { CategoryChoice } from './try-it';
import { WaitingTickets } from './waiting-tickets';

const TryIt = lazy(() => import('./try-it').then((module) => ({ default: module.TryIt })));

interface Props {
  team: TeamWaitingResponse;
  teams: readonly { id: string; name: string }[];
  categories: readonly CategoryChoice[];
}

function ModeChoice({
  team,
  mode,
  onChoose,
}: Pick<Props, 'team'> & { mode: typeof team.mode; onChoose: (mode: typeof team.mode) => void }) {
  const { change, isPending } = useChangeMode();
  return (
    <Panel sx={{ p: { xs: 2, md: 3 }, display: 'grid', gap: 2 }}>
      <RadioCards
        label={texts.mode(team.team.name)}
        cards={modeCards.map((card) => ({
          ...card,
          end: card.value === team.mode && <SoftChip small tone="success" label={texts.inForce} />,
        }))}
        value={mode}
        onChange={onChoose}
      />
      {mode !== team.mode && (
        <Button
          variant="contained"
          loading={isPending}
          sx={{ justifySelf: 'start' }}
          onClick={() => change({ teamId: team.team.id, mode, before: team.mode })}
        >
          {texts.save(workWords.mode[mode])}
        </Button>
      )}
    </Panel>
  );
}

/** How one team hands out work, who waits, and who would get the next ticket. */
export function TeamSettings({ team, teams, categories }: Props) {
  const [considered, setConsidered] = useState<typeof team.mode | null>(null);
  const mode = considered ?? team.mode;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 5fr) minmax(0, 6fr)' },
        gap: 2,
        alignItems: 'start',
      }}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
        <ModeChoice team={team} mode={mode} onChoose={setConsidered} />
        <FormSection
          title={texts.waitTitle}
          end={
            <MuiLink component={Link} to="/admin/people?view=work">
              {texts.people}
            </MuiLink>
          }
        >
          <WaitingTickets team={team} />
        </FormSection>
      </Box>
      <Panel sx={{ p: { xs: 2, md: 3 } }}>
        <Suspense fallback={<SkeletonRows rows={5} height={64} />}>
          <TryIt team={team.team} inForce={team.mode} mode={mode} categories={categories} teams={teams} />
        </Suspense>
      </Panel>
    </Box>
  );
}
