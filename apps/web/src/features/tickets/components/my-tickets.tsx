import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import PersonSearch from '@mui/icons-material/PersonSearchOutlined';
import Reply from '@mui/icons-material/ReplyOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useUser } from '../../../shared/access/use-session';
import { Link } from '../../../shared/ui/link';
import { Panel } from '../../../shared/ui/panel';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { shortNumber } from '../short-number';
import { texts } from '../tickets.texts';
import { usePrefetchTicket } from '../use-prefetch-ticket';
import { ProgressLine } from './progress-line';
import { UnreadDot } from './unread-dot';

const STEPS = [texts.steps.received, texts.steps.withPerson, texts.steps.inProgress, texts.steps.resolved];
const columns = { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(300px, 376px) 176px' };
const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** Whose hands it is in. */
const holder = ({ assignee, team }: TicketSummaryResponse) => {
  if (!assignee) return texts.finding;
  return team ? texts.withTeam(assignee.name, team.name) : assignee.name;
};

function Holder({ ticket }: { ticket: TicketSummaryResponse }) {
  if (ticket.assignee) return <PersonAvatar person={ticket.assignee} size={32} />;
  return (
    <Box
      aria-hidden="true"
      sx={{
        display: 'grid',
        placeItems: 'center',
        flex: 'none',
        width: 32,
        height: 32,
        borderRadius: '50%',
        bgcolor: 'surface.neutral',
        color: 'text.secondary',
      }}
    >
      <PersonSearch sx={{ fontSize: 18 }} />
    </Box>
  );
}

function NextStep({ ticket }: { ticket: TicketSummaryResponse }) {
  const me = useUser();
  const replier = ticket.lastReplyBy && ticket.lastReplyBy.id !== me.id ? ticket.lastReplyBy : null;
  const firstName = replier?.name.split(' ')[0] ?? '';
  if (ticket.status === 'waiting') {
    return (
      <>
        <Button
          component={Link}
          to={`/tickets/${ticket.number}`}
          state={{ write: true }}
          variant="tonal"
          size="small"
          startIcon={<Reply />}
          sx={{ position: 'relative', zIndex: 1 }}
        >
          {texts.reply}
        </Button>
        {replier && ticket.lastReplyAt && (
          <Box sx={{ mt: 0.5 }}>
            {texts.asked(firstName)} <RelativeTime inList at={ticket.lastReplyAt} format="ago" />
          </Box>
        )}
      </>
    );
  }
  if (ticket.status === 'resolved' || ticket.status === 'closed') {
    return (
      <>
        {texts.progress[ticket.status]} <RelativeTime inList at={ticket.updatedAt} format="ago" />
      </>
    );
  }
  if (replier && ticket.lastReplyAt) {
    return (
      <Box component="span" sx={ticket.unread ? { color: 'primary.text', fontWeight: 500 } : undefined}>
        {ticket.unread && <UnreadDot sx={{ display: 'inline-block', mr: 0.75 }} />}
        {texts.replied(firstName)} <RelativeTime inList at={ticket.lastReplyAt} format="ago" />
      </Box>
    );
  }
  return ticket.status === 'withdrawn' ? null : (
    <>
      {texts.openedAgo} <RelativeTime inList at={ticket.createdAt} format="ago" />
    </>
  );
}

function MyTicket({ ticket }: { ticket: TicketSummaryResponse }) {
  const prefetch = usePrefetchTicket(ticket);
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        display: 'grid',
        gridTemplateColumns: columns,
        alignItems: 'center',
        columnGap: 3,
        rowGap: 1.5,
        minHeight: 72,
        px: { xs: 1.5, md: 2.5 },
        py: 1.5,
        bgcolor: 'background.paper',
        borderTop: { md: '1px solid' },
        borderColor: { md: 'divider' },
        borderRadius: { xs: '12px', md: 0 },
        boxShadow: { xs: 'var(--mui-palette-elevation-panel)', md: 'none' },
        '&:last-of-type': { borderBottomLeftRadius: '12px', borderBottomRightRadius: '12px' },
        '&:hover': { bgcolor: 'surface.hover' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minWidth: 0 }}>
        <Holder ticket={ticket} />
        <Box sx={{ minWidth: 0 }}>
          <Box
            component={Link}
            to={`/tickets/${ticket.number}`}
            {...prefetch}
            sx={{
              display: 'block',
              typography: 'subtitle2',
              color: 'text.primary',
              textDecoration: 'none',
              ...ellipsis,
              // The whole row opens the ticket; the button in it lies above.
              '&::after': { content: '""', position: 'absolute', inset: 0, borderRadius: '8px' },
              '&:focus-visible': { outline: 'none', boxShadow: 'none' },
              '&:focus-visible::after': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
            }}
          >
            {ticket.subject}
          </Box>
          <Box sx={{ typography: 'caption', color: 'text.secondary', ...ellipsis }}>
            {shortNumber(ticket.number)} · {holder(ticket)}
          </Box>
        </Box>
      </Box>
      <ProgressLine ticket={ticket} />
      <Box sx={{ typography: 'caption', color: 'text.tertiary', textAlign: { md: 'right' } }}>
        <NextStep ticket={ticket} />
      </Box>
    </Box>
  );
}

/** Own tickets with their progress: a table on wide screens, cards on phones. */
export function MyTickets({ tickets }: { tickets: readonly TicketSummaryResponse[] }) {
  return (
    <Panel sx={{ '@media (max-width: 899.95px)': { bgcolor: 'transparent', boxShadow: 'none' } }}>
      <Box
        aria-hidden="true"
        sx={{
          display: { xs: 'none', md: 'grid' },
          gridTemplateColumns: columns,
          columnGap: 3,
          px: 2.5,
          py: 1.25,
          typography: 'caption',
          color: 'text.tertiary',
        }}
      >
        <span>{texts.request}</span>
        <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', textAlign: 'center' }}>
          {STEPS.map((step) => (
            <span key={step}>{step}</span>
          ))}
        </Box>
        <Box sx={{ textAlign: 'right' }}>{texts.next}</Box>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: { xs: 1, md: 0 } }}>
        {tickets.map((ticket) => (
          <MyTicket key={ticket.id} ticket={ticket} />
        ))}
      </Box>
    </Panel>
  );
}
