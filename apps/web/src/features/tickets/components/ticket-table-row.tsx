import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import Box from '@mui/material/Box';
import { memo, type ReactNode } from 'react';
import { words } from '../../../shared/text/words.texts';
import { Link } from '../../../shared/ui/link';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { PriorityIcon } from '../../../shared/ui/priority-icon';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { SlaChip } from '../../../shared/ui/sla-chip';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { StatusIcon } from '../../../shared/ui/status-icon';
import { shortNumber } from '../short-number';
import { texts } from '../tickets.texts';
import { usePrefetchTicket } from '../use-prefetch-ticket';
import { cellLook, columnsLook } from './ticket-columns';
import { UnreadDot } from './unread-dot';

const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
const SHOWN_TAGS = 2;

function Cell({ from = 'xs', children }: { from?: 'xs' | 'lg'; children: ReactNode }) {
  return (
    <Box role="cell" sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0, ...cellLook(from) }}>
      {children}
    </Box>
  );
}

const Words = ({ children, faint }: { children: ReactNode; faint?: boolean }) => (
  <Box component="span" sx={{ minWidth: 0, color: faint ? 'text.tertiary' : 'text.secondary', ...ellipsis }}>
    {children}
  </Box>
);

interface Props {
  ticket: TicketSummaryResponse;
  to: string;
  time: 'updatedAt' | 'createdAt';
  check: ReactNode;
  checked: boolean;
}

/** A ticket on one line of the table. The subject's link covers the whole row. */
export const TicketTableRow = memo(function TicketTableRow({ ticket, to, time, check, checked }: Props) {
  const { assignee } = ticket;
  return (
    <Box
      sx={{
        ...columnsLook,
        position: 'relative',
        height: 40,
        borderRadius: '8px',
        bgcolor: checked ? 'primary.soft' : 'transparent',
        '&:hover': { bgcolor: checked ? 'primary.soft' : 'surface.hover' },
      }}
    >
      <Box role="cell" sx={{ position: 'relative', zIndex: 1 }}>
        {check}
      </Box>
      <Cell>
        <StatusIcon status={ticket.status} />
        <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {shortNumber(ticket.number)}
        </Box>
      </Cell>
      <Cell>
        {ticket.unread && <UnreadDot />}
        <Box
          component={Link}
          to={to}
          {...usePrefetchTicket(ticket)}
          sx={{
            minWidth: 0,
            color: 'text.primary',
            fontWeight: ticket.unread ? 600 : undefined,
            textDecoration: 'none',
            ...ellipsis,
            '&::after': { content: '""', position: 'absolute', inset: 0, borderRadius: '8px' },
            '&:focus-visible': { outline: 'none', boxShadow: 'none' },
            '&:focus-visible::after': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
          }}
        >
          {ticket.subject}
        </Box>
        <Box component="span" sx={{ display: { xs: 'none', xl: 'flex' }, flex: 'none', gap: 0.5 }}>
          {ticket.tags.slice(0, SHOWN_TAGS).map((tag) => (
            <SoftChip key={tag} small label={tag} />
          ))}
        </Box>
      </Cell>
      <Cell from="lg">
        <Words>{ticket.requester.name}</Words>
      </Cell>
      <Cell>
        {assignee && <PersonAvatar person={assignee} size={20} />}
        <Words faint={!assignee}>{assignee?.name ?? texts.unassigned}</Words>
      </Cell>
      <Cell from="lg">
        <Words faint={!ticket.team}>{ticket.team?.name ?? texts.noTeam}</Words>
      </Cell>
      <Cell>
        <PriorityIcon priority={ticket.priority} decorative />
        <Words>{words.priority[ticket.priority]}</Words>
      </Cell>
      <Cell from="lg">{ticket.sla && <SlaChip sla={ticket.sla} />}</Cell>
      <Cell>
        <Box component="span" sx={{ typography: 'caption', color: 'text.tertiary' }}>
          <RelativeTime inList at={ticket[time]} />
        </Box>
      </Cell>
    </Box>
  );
});
