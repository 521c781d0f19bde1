import type { DecisionResponse } from '@baton/contracts/assignment/assignment.response';
import Group from '@mui/icons-material/GroupOutlined';
import Verified from '@mui/icons-material/VerifiedOutlined';
import Box from '@mui/material/Box';
import { type ReactNode, useId, useState } from 'react';
import { workWords } from '../../../shared/text/work-words.texts';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { texts } from '../assignment.texts';
import { type Moment, sentenceOf } from '../decision-words';
import { CandidateRow, DECIDES_BY } from './candidate-row';
import { CostSum } from './cost-bar';
import { MODE_ICONS } from './mode-icon';
import { RejectedList } from './rejected-list';

/** What the decision was made from. */
function Inputs({ team, mode, skills }: DecisionResponse) {
  const ModeIcon = MODE_ICONS[mode];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <SoftChip icon={<Group />} label={team.name} />
      <SoftChip icon={<ModeIcon />} label={workWords.mode[mode]} />
      {skills.map(({ skillId, name, level }) => (
        <SoftChip key={skillId} icon={<Verified />} label={texts.atLeast(name || texts.deletedSkill, level)} />
      ))}
    </Box>
  );
}

function Candidates({ decision, moment }: { decision: DecisionResponse; moment: Moment }) {
  const titleId = useId();
  const { candidates, mode } = decision;
  const [shownId, setShownId] = useState<string | null>(null);
  const shown = candidates.find(({ person }) => person.id === shownId) ?? candidates[0];
  if (!shown) return null;
  const scale = Math.max(...candidates.map(({ cost }) => cost), 1);
  return (
    <Box component="section" aria-labelledby={titleId}>
      <Box component="h3" id={titleId} sx={{ m: 0, mb: 0.5, typography: 'h6' }}>
        {texts.candidates}
      </Box>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, mx: -1.5, p: 0, display: 'grid', gap: 0.25 }}>
        {candidates.map((candidate) => (
          <li key={candidate.person.id}>
            <CandidateRow
              candidate={candidate}
              decision={decision}
              moment={moment}
              scale={scale}
              isShown={candidate === shown}
              onShow={() => setShownId(candidate.person.id)}
            />
          </li>
        ))}
      </Box>
      {DECIDES_BY[mode] === 'cost' && (
        <Box sx={{ mt: 1 }}>
          <CostSum candidate={shown} />
        </Box>
      )}
    </Box>
  );
}

interface Props {
  decision: DecisionResponse;
  moment: Moment;
  /** After the sentence, such as when it was decided. */
  more?: ReactNode;
}

/** Who gets a ticket and why: in words first, numbers second. */
export function DecisionView({ decision, moment, more }: Props) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}>
      <Box component="p" sx={{ m: 0 }}>
        {sentenceOf(decision)} {more}
      </Box>
      <Inputs {...decision} />
      <Candidates decision={decision} moment={moment} />
      <RejectedList decision={decision} moment={moment} />
    </Box>
  );
}
