import { ACTIVE_STATUSES } from '@baton/domain/tickets/ticket-status';
import Close from '@mui/icons-material/CloseOutlined';
import Search from '@mui/icons-material/SearchOutlined';
import SupportAgent from '@mui/icons-material/SupportAgentOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import InputBase from '@mui/material/InputBase';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { MyTickets } from '../features/tickets/components/my-tickets';
import { TicketRow } from '../features/tickets/components/ticket-row';
import { ticketListQuery } from '../features/tickets/tickets.queries';
import { texts as ticketTexts } from '../features/tickets/tickets.texts';
import { useUser } from '../shared/access/use-session';
import { EmptyState } from '../shared/ui/empty-state';
import { ErrorState } from '../shared/ui/error-state';
import { Link } from '../shared/ui/link';
import { PageBody } from '../shared/ui/page-body';
import { PageTitle } from '../shared/ui/page-title';
import { Panel } from '../shared/ui/panel';
import { SkeletonRows } from '../shared/ui/skeleton-rows';
import { texts } from './home.texts';

const MIN_WORDS = 3;
const MOST_FOUND = 3;

/** Own tickets about the same thing, and the way to a person. */
function Suggestions({ words, onCreate }: { words: string; onCreate: () => void }) {
  const { data } = useInfiniteQuery(ticketListQuery({ requester: ['me'], q: words, limit: MOST_FOUND }));
  const found = data?.pages[0]?.items ?? [];
  return (
    <Panel sx={{ p: 1, mb: 4, mt: 1.5 }}>
      {found.length > 0 && (
        <Box component="ul" aria-label={texts.yours} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {found.map((ticket) => (
            <li key={ticket.id}>
              <TicketRow ticket={ticket} to={`/tickets/${ticket.number}`} />
            </li>
          ))}
        </Box>
      )}
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1.5,
          p: 1,
          borderTop: found.length > 0 ? '1px solid' : 0,
          borderColor: 'divider',
          color: 'text.secondary',
        }}
      >
        <SupportAgent />
        <Box role="status" sx={{ flex: '1 1 220px' }}>
          {found.length > 0 ? texts.askPerson : texts.noneYours}
        </Box>
        <Button variant="contained" onClick={onCreate} sx={{ flex: { xs: '1 0 100%', sm: 'none' } }}>
          {texts.create}
        </Button>
      </Box>
    </Panel>
  );
}

function Ask() {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed.trim());
  const create = (event?: FormEvent) => {
    event?.preventDefault();
    if (typed.trim() !== '') navigate('/tickets/new', { state: { subject: typed.trim().slice(0, 150) } });
  };
  return (
    <Box component="form" role="search" onSubmit={create} sx={{ mb: words.length < MIN_WORDS ? 4 : 0 }}>
      <InputBase
        fullWidth
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        placeholder={texts.ask}
        inputProps={{ 'aria-label': texts.ask, maxLength: 200 }}
        startAdornment={<Search sx={{ fontSize: 24, mr: 1.5, color: 'primary.text' }} />}
        endAdornment={
          typed !== '' && (
            <IconButton aria-label={texts.clear} onClick={() => setTyped('')}>
              <Close />
            </IconButton>
          )
        }
        sx={{
          height: { xs: 52, md: 60 },
          px: 2,
          borderRadius: '12px',
          typography: 'body1',
          bgcolor: 'background.paper',
          border: '1px solid',
          borderColor: 'outline.control',
          '& input:focus-visible': { outline: 'none', boxShadow: 'none' },
          '&.Mui-focused': {
            borderColor: 'primary.main',
            boxShadow:
              'inset 0 0 0 1px var(--mui-palette-primary-main), 0 0 0 4px rgba(var(--mui-palette-primary-mainChannel) / .18)',
          },
        }}
      />
      {words.length >= MIN_WORDS && <Suggestions words={words} onCreate={() => create()} />}
    </Box>
  );
}

function Mine() {
  const list = useInfiniteQuery(
    ticketListQuery({ requester: ['me'], status: [...ACTIVE_STATUSES, 'resolved'], limit: 8 }),
  );
  const open = useInfiniteQuery(
    ticketListQuery({ requester: ['me'], status: [...ACTIVE_STATUSES], limit: 1, count: true }),
  );
  const tickets = list.data?.pages[0]?.items ?? [];
  const count = open.data?.pages[0]?.total;
  return (
    <section>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1, mb: 1.5 }}>
        <Box component="h2" sx={{ typography: 'h3', m: 0 }}>
          {texts.myTickets}
        </Box>
        <Box sx={{ color: 'text.secondary', flex: 1 }}>{count ? texts.openCount(count) : null}</Box>
        <Box component={Link} to="/tickets" sx={{ color: 'primary.text', fontWeight: 500, textDecoration: 'none' }}>
          {texts.allMine}
        </Box>
      </Box>
      {list.isPending ? (
        <Panel>
          <SkeletonRows rows={4} height={72} />
        </Panel>
      ) : list.isError && tickets.length === 0 ? (
        <Panel>
          <ErrorState error={list.error} title={ticketTexts.listFailed} onRetry={() => void list.refetch()} />
        </Panel>
      ) : tickets.length === 0 ? (
        <Panel>
          <EmptyState title={texts.nothingTitle} text={texts.nothingText} />
        </Panel>
      ) : (
        <MyTickets tickets={tickets} />
      )}
    </section>
  );
}

/** Asking first, then what was asked before. */
export function EmployeeHome() {
  const me = useUser();
  return (
    <PageBody>
      <PageTitle variant="h1" sx={{ mt: { xs: 1, md: 4 }, mb: 2.5, fontSize: { xs: '1.5rem', md: '2rem' } }}>
        {texts.help(me.name.split(' ')[0] ?? me.name)}
      </PageTitle>
      <Ask />
      <Mine />
    </PageBody>
  );
}
