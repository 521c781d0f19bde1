import type { DecisionResponse } from '@baton/contracts/assignment/assignment.response';
import type { AssignmentMode } from '@baton/domain/assignment/decision';
import { PRIORITIES, type Priority } from '@baton/domain/tickets/ticket-priority';
import HourglassEmpty from '@mui/icons-material/HourglassEmptyOutlined';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { words } from '../../../shared/text/words.texts';
import { workWords } from '../../../shared/text/work-words.texts';
import { useNow } from '../../../shared/time/use-now';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { ErrorState } from '../../../shared/ui/error-state';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { SelectField } from '../../../shared/ui/select-field';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { previewQuery } from '../assignment.queries';
import { texts as all } from '../settings.texts';
import { DecisionView } from './decision-view';

const texts = all.tryIt;
const priorities = PRIORITIES.map((priority) => ({ value: priority, label: words.priority[priority] }));

export interface CategoryChoice {
  id: string;
  name: string;
  teamId: string | null;
  needsSkills: boolean;
}

interface Props {
  team: { id: string; name: string };
  /** What the team does, and what it is looked at to do. */
  inForce: AssignmentMode;
  mode: AssignmentMode;
  categories: readonly CategoryChoice[];
  teams: readonly { id: string; name: string }[];
}

/** The answer in a line. */
function Answer({ decision: { chosen, waiting } }: { decision: DecisionResponse }) {
  return (
    <Box
      aria-live="polite"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        p: 1.5,
        borderRadius: '8px',
        typography: 'h5',
        overflowWrap: 'anywhere',
        bgcolor: chosen ? 'success.soft' : 'warning.soft',
        color: chosen ? 'success.text' : 'warning.text',
      }}
    >
      {chosen ? <PersonAvatar person={chosen} size={32} /> : <HourglassEmpty />}
      {chosen ? texts.gets(chosen.name) : waiting === 'manual_mode' ? texts.byHand : texts.waits}
    </Box>
  );
}

/** The categories a team answers for first: their tickets are what it gets. */
const ofTeamFirst = (categories: readonly CategoryChoice[], teamId: string) => [
  ...categories.filter((each) => each.teamId === teamId),
  ...categories.filter((each) => each.teamId !== teamId),
];

/** Who would get a ticket now, by the product's own decision. */
export function TryIt({ team, inForce, mode, categories, teams }: Props) {
  const now = useNow();
  const zone = useTimeZone();
  const own = categories.filter(({ teamId }) => teamId === team.id);
  const telling = own.find(({ needsSkills }) => needsSkills) ?? own[0];
  const [categoryId, setCategoryId] = useState(telling?.id ?? '');
  const [priority, setPriority] = useState<Priority>('medium');
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(
    previewQuery({ teamId: team.id, categoryId: categoryId || null, priority, mode }),
  );
  const goesTo = categories.find(({ id }) => id === categoryId)?.teamId;
  const elsewhere = goesTo && goesTo !== team.id && teams.find(({ id }) => id === goesTo);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <div>
        <Box component="h2" sx={{ m: 0, typography: 'h5' }}>
          {texts.title}
        </Box>
        <Box sx={{ mt: 0.5, color: 'text.secondary' }}>
          {texts.text} {mode !== inForce && texts.asIf(workWords.mode[mode])}
        </Box>
      </div>
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: 'minmax(0, 1fr) 140px' }, gap: 1.5 }}>
        <SelectField
          label={texts.category}
          hint={elsewhere ? texts.otherTeam(elsewhere.name) : undefined}
          emptyLabel={texts.noCategory}
          options={ofTeamFirst(categories, team.id).map(({ id, name }) => ({ value: id, label: name }))}
          value={categoryId}
          onChange={setCategoryId}
        />
        <SelectField
          label={texts.priority}
          options={priorities}
          value={priority}
          onChange={(value) => setPriority(value as Priority)}
        />
      </Box>
      {error && !data && <ErrorState error={error} title={texts.failed} onRetry={() => void refetch()} />}
      {isPending && <SkeletonRows rows={4} height={64} />}
      {data && (
        <Box
          aria-busy={isPlaceholderData}
          sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2, opacity: isPlaceholderData ? 0.6 : 1 }}
        >
          <Answer decision={data} />
          <DecisionView decision={data} moment={{ at: now, now, zone }} />
        </Box>
      )}
    </Box>
  );
}
