import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import Mail from '@mui/icons-material/MailOutlineOutlined';
import Phone from '@mui/icons-material/PhoneOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { words } from '../../../shared/text/words.texts';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { personQuery } from '../tickets.queries';
import { texts } from '../tickets.texts';
import { LinkedTickets } from './linked-tickets';

function Contact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        minHeight: 28,
        minWidth: 0,
        '& > svg': { fontSize: 16, color: 'text.tertiary' },
        '@media (pointer: coarse)': { '& > a': { py: 1.5 } },
      }}
    >
      {icon}
      {children}
    </Box>
  );
}

/** Who asks, how to reach them, and what else they asked. Only for those who may look people up. */
export function RequesterCard({ ticket, base }: { ticket: TicketResponse; base: string }) {
  const { requester, requesterHistory } = ticket;
  const { data: person } = useQuery(personQuery(requester.id));
  const about = [words.role[requester.role], person?.employeeNumber].filter(Boolean).join(' · ');
  return (
    <Box component="section" sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}>
      <Box component="h2" sx={{ typography: 'h6', m: 0 }}>
        {texts.requester}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <PersonAvatar person={requester} size={40} />
        <Box sx={{ minWidth: 0 }}>
          <Box sx={{ typography: 'h6', overflowWrap: 'anywhere' }}>{requester.name}</Box>
          <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{about}</Box>
        </Box>
      </Box>
      {person && (
        <Box>
          <Contact icon={<Mail />}>
            <Link href={`mailto:${person.email}`} sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
              {person.email}
            </Link>
          </Contact>
          {person.phone && (
            <Contact icon={<Phone />}>
              <Link href={`tel:${person.phone}`}>{person.phone}</Link>
            </Contact>
          )}
        </Box>
      )}
      {requesterHistory.length > 0 && (
        <Box sx={{ pt: 1, borderTop: '1px solid', borderColor: 'divider' }}>
          <LinkedTickets label={texts.earlierTickets} tickets={requesterHistory} base={base} />
        </Box>
      )}
    </Box>
  );
}
