import { ACTIVE_STATUSES, type TicketStatus } from '@baton/domain/tickets/ticket-status';
import Add from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type QueryClient, useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useSearchParams } from 'react-router-dom';
import { MyTickets } from '../features/tickets/components/my-tickets';
import { ticketListQuery } from '../features/tickets/tickets.queries';
import { texts as ticketTexts } from '../features/tickets/tickets.texts';
import { useSession } from '../shared/access/use-session';
import { EmptyState } from '../shared/ui/empty-state';
import { ErrorState } from '../shared/ui/error-state';
import { Link } from '../shared/ui/link';
import { PageBody } from '../shared/ui/page-body';
import { PageHeader } from '../shared/ui/page-header';
import { Panel } from '../shared/ui/panel';
import { SkeletonRows } from '../shared/ui/skeleton-rows';
import { texts } from './my-tickets.texts';

type Show = 'open' | 'ended';
const STATUSES: Record<Show, TicketStatus[]> = {
  open: [...ACTIVE_STATUSES, 'resolved'],
  ended: ['closed', 'withdrawn'],
};

export const ownTickets = (show: Show) => ({ requester: ['me'], status: STATUSES[show], limit: 25 });

export function Tabs({ show }: { show: Show }) {
  return (
    <Box component="nav" aria-label={texts.show} sx={{ display: 'flex', gap: 0.5, mb: 2 }}>
      {(['open', 'ended'] as const).map((each) => (
        <Button
          key={each}
          component={Link}
          to={each === 'open' ? '/tickets' : '/tickets?show=ended'}
          variant={each === show ? 'tonal' : 'text'}
          color={each === show ? 'primary' : 'inherit'}
          aria-current={each === show ? 'page' : undefined}
        >
          {texts.shows[each]}
        </Button>
      ))}
    </Box>
  );
}

function List({ show }: { show: Show }) {
  const list = useInfiniteQuery(ticketListQuery(ownTickets(show)));
  const tickets = list.data?.pages.flatMap((page) => page.items) ?? [];
  // Rows that are there for the first time are drawn in slices.
  const drawn = useDeferredValue(!list.isPending);
  if (!drawn || list.isPending) {
    return (
      <Panel>
        <SkeletonRows rows={6} height={72} />
      </Panel>
    );
  }
  if (list.isError && tickets.length === 0) {
    return (
      <Panel>
        <ErrorState error={list.error} title={ticketTexts.listFailed} onRetry={() => void list.refetch()} />
      </Panel>
    );
  }
  if (tickets.length === 0) {
    return (
      <Panel>
        <EmptyState
          title={texts.empty[show].title}
          text={texts.empty[show].text}
          action={
            <Button component={Link} to="/tickets/new" startIcon={<Add />}>
              {ticketTexts.newTicket}
            </Button>
          }
        />
      </Panel>
    );
  }
  return (
    <>
      <MyTickets tickets={tickets} />
      {list.hasNextPage && (
        <Box sx={{ display: 'flex', justifyContent: 'center', mt: 2 }}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {ticketTexts.more}
          </Button>
        </Box>
      )}
    </>
  );
}

/** Everything somebody ever asked. */
export function MyTicketsPage() {
  const [params] = useSearchParams();
  const show: Show = params.get('show') === 'ended' ? 'ended' : 'open';
  const { can } = useSession();
  return (
    <PageBody>
      <PageHeader
        title={texts.title}
        // Employees have it in the frame.
        actions={
          can('ticket.createOnBehalf') && (
            <Button component={Link} to="/tickets/new" variant="contained" startIcon={<Add />}>
              {ticketTexts.newTicket}
            </Button>
          )
        }
      />
      <Tabs show={show} />
      <List key={show} show={show} />
    </PageBody>
  );
}

/** What it asks for first, asked before it is drawn. */
MyTicketsPage.askAhead = async (client: QueryClient, search: string): Promise<void> => {
  if (search === '') await client.prefetchInfiniteQuery(ticketListQuery(ownTickets('open')));
};
