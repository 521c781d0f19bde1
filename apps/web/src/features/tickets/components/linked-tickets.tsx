import type { TicketLinkResponse } from '@baton/contracts/tickets/tickets.response';
import Box from '@mui/material/Box';
import { Link } from '../../../shared/ui/link';
import { StatusIcon } from '../../../shared/ui/status-icon';
import { shortNumber } from '../short-number';

interface Props {
  label: string;
  tickets: readonly TicketLinkResponse[];
  /** Below which address tickets open. */
  base: string;
}

/** Other tickets, one line each. */
export function LinkedTickets({ label, tickets, base }: Props) {
  if (tickets.length === 0) return null;
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {tickets.map((ticket) => (
        <li key={ticket.id}>
          <Box
            component={Link}
            to={`${base}/${ticket.number}`}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1,
              minHeight: 32,
              '@media (pointer: coarse)': { minHeight: 44 },
              px: 1,
              mx: -1,
              borderRadius: '8px',
              color: 'text.primary',
              textDecoration: 'none',
              '&:hover': { bgcolor: 'surface.neutral' },
            }}
          >
            <StatusIcon status={ticket.status} />
            <Box
              component="span"
              sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
            >
              {ticket.subject}
            </Box>
            <Box component="span" sx={{ typography: 'caption', color: 'text.tertiary' }}>
              {shortNumber(ticket.number)}
            </Box>
          </Box>
        </li>
      ))}
    </Box>
  );
}
