import type { TeamWaitingResponse } from '@baton/contracts/assignment/assignment.response';
import CheckCircle from '@mui/icons-material/CheckCircleOutlineOutlined';
import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import { Link } from 'react-router-dom';
import { workWords } from '../../../shared/text/work-words.texts';
import { formatClock } from '../../../shared/time/format-time';
import { useNow } from '../../../shared/time/use-now';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { PriorityIcon } from '../../../shared/ui/priority-icon';
import { texts } from '../settings.texts';

type Ticket = TeamWaitingResponse['tickets'][number];

function WaitingTicket({ ticket }: { ticket: Ticket }) {
  const now = useNow();
  const zone = useTimeZone();
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 1, py: 1, '& + &': { borderTop: '1px solid', borderColor: 'divider' } }}
    >
      <Box sx={{ pt: '2px' }}>
        <PriorityIcon priority={ticket.priority} />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <MuiLink
          component={Link}
          to={`/queue/${ticket.number}`}
          sx={{ color: 'text.primary', fontWeight: 500, overflowWrap: 'anywhere' }}
        >
          {ticket.subject}
        </MuiLink>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
          {ticket.number} · {workWords.waitingReason[ticket.reason]},{' '}
          {texts.since(formatClock(new Date(ticket.since), now, zone))}
        </Box>
      </Box>
    </Box>
  );
}

/** Who waits in a team's pool, and why. */
export function WaitingTickets({ team: { mode, waiting, reasons, tickets } }: { team: TeamWaitingResponse }) {
  if (waiting === 0)
    return (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'text.secondary' }}>
        {mode !== 'manual' && <CheckCircle sx={{ fontSize: 18, color: 'success.text' }} />}
        {mode === 'manual' ? texts.waitByHand : texts.waitNone}
      </Box>
    );
  return (
    <>
      <Box sx={{ mb: 0.5, typography: 'caption', color: 'text.secondary' }}>
        {reasons.map(({ reason, tickets: count }) => texts.reasons(count, workWords.waitingReason[reason])).join(' · ')}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {tickets.map((ticket) => (
          <WaitingTicket key={ticket.id} ticket={ticket} />
        ))}
      </Box>
      {waiting > tickets.length && (
        <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>{texts.more(waiting - tickets.length)}</Box>
      )}
    </>
  );
}
