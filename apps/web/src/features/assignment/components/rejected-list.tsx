import type { DecisionResponse, REJECTION_CODES } from '@baton/contracts/assignment/assignment.response';
import AssignmentTurnedIn from '@mui/icons-material/AssignmentTurnedInOutlined';
import Bedtime from '@mui/icons-material/BedtimeOutlined';
import EventBusy from '@mui/icons-material/EventBusyOutlined';
import GroupOff from '@mui/icons-material/GroupOffOutlined';
import Schedule from '@mui/icons-material/ScheduleOutlined';
import Undo from '@mui/icons-material/UndoOutlined';
import Verified from '@mui/icons-material/VerifiedOutlined';
import Box from '@mui/material/Box';
import { useId } from 'react';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { texts } from '../assignment.texts';
import { type Moment, rejectionWords } from '../decision-words';

const ICONS: Record<(typeof REJECTION_CODES)[number], typeof Verified> = {
  not_in_team: GroupOff,
  handed_back: Undo,
  absent: EventBusy,
  off_shift: Schedule,
  not_available: Bedtime,
  missing_skill: Verified,
  at_capacity: AssignmentTurnedIn,
};

/** Who could not take it, and every reason. */
export function RejectedList({ decision, moment }: { decision: DecisionResponse; moment: Moment }) {
  const titleId = useId();
  if (decision.rejected.length === 0) return null;
  return (
    <Box component="section" aria-labelledby={titleId}>
      <Box component="h3" id={titleId} sx={{ m: 0, mb: 0.5, typography: 'h6' }}>
        {texts.couldNot}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {decision.rejected.map(({ person, reasons }) => (
          <Box
            component="li"
            key={person.id}
            sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, py: 0.5, minHeight: 32 }}
          >
            <PersonAvatar person={person} size={24} />
            <Box component="span" sx={{ flex: '1 1 40%', minWidth: 0, lineHeight: '24px', overflowWrap: 'anywhere' }}>
              {person.name}
            </Box>
            <Box
              component="span"
              sx={{ display: 'grid', justifyItems: 'end', typography: 'caption', color: 'text.secondary' }}
            >
              {reasons.map((reason) => {
                const Icon = ICONS[reason.code];
                return (
                  <Box
                    component="span"
                    key={`${reason.code}-${reason.skillId ?? ''}`}
                    sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minHeight: 24, textAlign: 'right' }}
                  >
                    <Icon sx={{ fontSize: 16, color: 'text.tertiary' }} />
                    {rejectionWords(reason, decision, moment)}
                  </Box>
                );
              })}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
