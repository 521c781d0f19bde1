import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import PersonAdd from '@mui/icons-material/PersonAddAltOutlined';
import { memo, type ReactNode } from 'react';
import { fixedBox } from '../../../shared/ui/fixed-box';
import { Link } from '../../../shared/ui/link';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { PriorityIcon } from '../../../shared/ui/priority-icon';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { SlaChip } from '../../../shared/ui/sla-chip';
import { StatusIcon } from '../../../shared/ui/status-icon';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
import { shortNumber } from '../short-number';
import { texts } from '../tickets.texts';
import { usePrefetchTicket } from '../use-prefetch-ticket';
import { UnreadDot } from './unread-dot';

/** The age of what was not read yet stands out. */
export const ageLook = (unread: boolean) => ({
  color: unread ? 'primary.text' : 'text.tertiary',
  fontWeight: unread ? 600 : undefined,
});

const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

interface Props {
  ticket: TicketSummaryResponse;
  to: string;
  selected?: boolean;
  /** Which moment the row tells; the last change unless the list is ordered by creation. */
  time?: 'updatedAt' | 'createdAt';
  /** Instead of the assignee, such as a button. It stands outside the link. */
  action?: ReactNode;
}

const Nobody = fixedBox('span', {
  display: 'grid',
  placeItems: 'center',
  flex: 'none',
  width: 20,
  height: 20,
  borderRadius: '50%',
  boxShadow: 'inset 0 0 0 1px var(--mui-palette-outline-control)',
  color: 'text.secondary',
});

export function Assignee({ person }: { person: TicketSummaryResponse['assignee'] }) {
  if (person) {
    return (
      <>
        <PersonAvatar person={person} size={20} />
        <VisuallyHidden>{person.name}</VisuallyHidden>
      </>
    );
  }
  return (
    <Nobody title={texts.unassigned}>
      <PersonAdd titleAccess={texts.unassigned} style={{ fontSize: 12 }} />
    </Nobody>
  );
}

const Row = fixedBox('div', { position: 'relative', display: 'flex', alignItems: 'center', gap: 1 });

const Target = fixedBox(Link, {
  display: 'block',
  flex: 1,
  minWidth: 0,
  height: { xs: 68, md: 64 },
  py: { xs: 1.5, md: 1.25 },
  pl: 1.75,
  pr: 1.5,
  borderRadius: '8px',
  color: 'text.primary',
  textDecoration: 'none',
  transition: 'background-color 120ms',
  position: 'relative',
  '&:hover': { bgcolor: 'surface.hover' },
  '&[aria-current]': { bgcolor: 'primary.soft' },
  '&[aria-current]::before': {
    content: '""',
    position: 'absolute',
    inset: '8px auto 8px 0',
    width: 3,
    borderRadius: '2px',
    bgcolor: 'primary.main',
  },
});

const Line = fixedBox('div', { display: 'flex', alignItems: 'center', gap: 1, height: 20 });
const SecondLine = fixedBox('div', { display: 'flex', alignItems: 'center', gap: 1, height: 20, mt: 0.5 });
const Status = fixedBox('span', { display: 'flex', flex: 'none' });
const Subject = fixedBox('span', { flex: 1, minWidth: 0, ...ellipsis, '[data-unread] > &': { fontWeight: 600 } });
const Age = fixedBox('span', {
  typography: 'caption',
  ...ageLook(false),
  '[data-unread] > &': ageLook(true),
});
const About = fixedBox('span', { flex: 1, minWidth: 0, typography: 'caption', color: 'text.secondary', ...ellipsis });

/** A ticket in two lines of a dense list. */
export const TicketRow = memo(function TicketRow({ ticket, to, selected, time = 'updatedAt', action }: Props) {
  const prefetch = usePrefetchTicket(ticket);
  return (
    <Row>
      <Target to={to} {...prefetch} aria-current={selected ? 'true' : undefined}>
        {ticket.unread && <UnreadDot sx={{ position: 'absolute', left: 2, top: 18 }} />}
        <Line data-unread={ticket.unread ? '' : undefined}>
          <Status className="row-status">
            <StatusIcon status={ticket.status} />
          </Status>
          <Subject>{ticket.subject}</Subject>
          <Age>
            <RelativeTime inList at={ticket[time]} />
          </Age>
        </Line>
        <SecondLine>
          <PriorityIcon priority={ticket.priority} />
          <About>
            {shortNumber(ticket.number)} · {ticket.requester.name}
          </About>
          {ticket.sla && <SlaChip sla={ticket.sla} />}
          {!action && <Assignee person={ticket.assignee} />}
        </SecondLine>
      </Target>
      {action}
    </Row>
  );
});
