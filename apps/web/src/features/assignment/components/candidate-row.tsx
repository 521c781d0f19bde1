import type { CandidateResponse, DecisionResponse } from '@baton/contracts/assignment/assignment.response';
import type { AssignmentMode } from '@baton/domain/assignment/decision';
import Check from '@mui/icons-material/CheckOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { LoadBar } from '../../../shared/ui/load-bar';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { texts } from '../assignment.texts';
import { type Moment, minutesWords, standingOf } from '../decision-words';
import { CostBar } from './cost-bar';

/** By what a mode chooses: minutes, load, or whose turn it is. */
export const DECIDES_BY: Record<AssignmentMode, 'cost' | 'load' | 'turn'> = {
  manual: 'cost',
  round_robin: 'turn',
  least_loaded: 'load',
  best_match: 'cost',
};

const percent = ({ active, capacity }: CandidateResponse) => `${Math.round((active / capacity) * 100)}%`;

interface Props {
  candidate: CandidateResponse;
  decision: DecisionResponse;
  moment: Moment;
  scale: number;
  /** Its minutes are shown below. */
  isShown: boolean;
  onShow: () => void;
}

/** Somebody who could take it: how they stood, and what decides. */
export function CandidateRow({ candidate, decision, moment, scale, isShown, onShow }: Props) {
  const { person, terms, cost } = candidate;
  const by = DECIDES_BY[decision.mode];
  const isChosen = person.id === decision.chosen?.id;
  return (
    <ButtonBase
      aria-pressed={by === 'cost' ? isShown : undefined}
      disabled={by !== 'cost'}
      onClick={onShow}
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 1.5,
        width: 1,
        px: 1.5,
        py: 1.25,
        borderRadius: '8px',
        textAlign: 'left',
        bgcolor: isChosen ? 'primary.soft' : isShown && by === 'cost' ? 'surface.hover' : 'transparent',
        '&:hover': { bgcolor: isChosen ? 'primary.soft' : 'surface.hover' },
        '&.Mui-disabled': { opacity: 1 },
      }}
    >
      <PersonAvatar person={person} size={32} />
      <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
        <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Box component="span" sx={{ minWidth: 0, typography: 'h6', overflowWrap: 'anywhere' }}>
            {person.name}
          </Box>
          {isChosen && (
            <SoftChip small icon={<Check />} label={texts.chosen} color="primary.text" ground="background.paper" />
          )}
          {by !== 'turn' && (
            <Box
              component="span"
              sx={{ ml: 'auto', flex: 'none', typography: 'h6', fontVariantNumeric: 'tabular-nums' }}
            >
              {by === 'cost' ? minutesWords(cost) : percent(candidate)}
            </Box>
          )}
        </Box>
        <Box
          component="span"
          sx={{ display: 'block', typography: 'caption', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}
        >
          {standingOf(candidate, decision, moment)}
        </Box>
        {by !== 'turn' && (
          <Box component="span" sx={{ display: 'block', mt: 1 }}>
            {by === 'cost' ? (
              <CostBar terms={terms} scale={scale} />
            ) : (
              <LoadBar active={candidate.active} capacity={candidate.capacity} />
            )}
          </Box>
        )}
      </Box>
    </ButtonBase>
  );
}
