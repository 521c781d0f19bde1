import type { Presence } from '@baton/contracts/realtime/events';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import ArrowBack from '@mui/icons-material/ArrowBackOutlined';
import Info from '@mui/icons-material/InfoOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { Link } from 'react-router-dom';
import { words } from '../../../shared/text/words.texts';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { PriorityIcon } from '../../../shared/ui/priority-icon';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { StatusChip } from '../../../shared/ui/status-chip';
import { texts } from '../tickets.texts';
import { MoveButtons, type TicketAction } from './move-buttons';
import { Subject } from './subject';

/** Faces beside the title; the rest is a number. */
const MOST_FACES = 3;

function Viewers({ people }: { people: readonly Presence[] }) {
  if (people.length === 0) return null;
  return (
    <Box
      role="group"
      aria-label={texts.viewers(people.map(({ name }) => name).join(', '))}
      sx={{
        display: { xs: 'none', sm: 'flex' },
        alignItems: 'center',
        gap: 0.5,
        typography: 'caption',
        color: 'text.secondary',
      }}
    >
      {people.slice(0, MOST_FACES).map(({ userId, name }) => (
        <PersonAvatar key={userId} person={{ id: userId, name, avatarUrl: null }} size={24} />
      ))}
      {people.length > MOST_FACES && `+${people.length - MOST_FACES}`}
      <Box component="span" sx={{ ml: 0.5 }}>
        {texts.viewing}
      </Box>
    </Box>
  );
}

interface Props {
  ticket: TicketResponse;
  people: readonly Presence[];
  /** Where the arrow leads; without one there is no arrow. */
  back?: string;
  /** The arrow is only for phones. */
  backOnlySmall?: boolean;
  /** Opens the properties where they are folded away. */
  onDetails: () => void;
  detailsFrom: 'lg' | 'xl';
  onStale: Parameters<typeof Subject>[0]['onStale'];
  /** What else can be done with the ticket. */
  actions?: readonly TicketAction[];
}

/** What the ticket is, who looks at it, and what usually comes next. */
export function TicketHeader({ ticket, people, back, backOnlySmall, onDetails, detailsFrom, onStale, actions }: Props) {
  return (
    <Box
      component="header"
      sx={{
        flex: 'none',
        pl: { xs: 1, md: 3 },
        pr: { xs: 1, md: 2 },
        pt: 1.5,
        pb: 1,
        borderBottom: { xs: '1px solid', md: 0 },
        borderColor: { xs: 'divider', md: 'transparent' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: { xs: 0.5, md: 1 }, minHeight: 36 }}>
        {back && (
          <IconButton
            component={Link}
            to={back}
            aria-label={texts.back}
            sx={{ ml: { md: -1 }, display: backOnlySmall ? { md: 'none' } : undefined }}
          >
            <ArrowBack />
          </IconButton>
        )}
        <Box
          sx={{
            flex: 1,
            minWidth: 0,
            typography: 'caption',
            color: 'text.secondary',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {ticket.number} · {texts.opened} <RelativeTime at={ticket.createdAt} format="clock" />{' '}
          {texts.openedVia[ticket.channel]}
        </Box>
        <Viewers people={people} />
        <MoveButtons ticket={ticket} actions={actions} />
        <IconButton
          aria-label={texts.details}
          title={texts.details}
          onClick={onDetails}
          sx={{ display: { [detailsFrom]: 'none' } }}
        >
          <Info />
        </IconButton>
      </Box>
      <Subject key={ticket.id} ticket={ticket} onStale={onStale} />
      <Box sx={{ display: { xs: 'flex', md: 'none' }, gap: 1, mt: 0.75, px: 1 }}>
        <StatusChip status={ticket.status} />
        <SoftChip
          icon={<PriorityIcon priority={ticket.priority} decorative />}
          label={words.priority[ticket.priority]}
        />
      </Box>
    </Box>
  );
}
