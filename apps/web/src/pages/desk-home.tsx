import type { TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { ACTIVE_STATUSES } from '@baton/domain/tickets/ticket-status';
import HowToReg from '@mui/icons-material/HowToRegOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { viewAddress, viewIcon, viewName } from '../features/queue/components/view-look';
import { teamOf } from '../features/queue/queue-views';
import { TicketRow } from '../features/tickets/components/ticket-row';
import { useClaim } from '../features/tickets/tickets.mutations';
import { queueViewsQuery, type TicketFilters, ticketListQuery } from '../features/tickets/tickets.queries';
import { texts as ticketTexts } from '../features/tickets/tickets.texts';
import { useSession, useUser } from '../shared/access/use-session';
import { call } from '../shared/api/call';
import { EmptyState } from '../shared/ui/empty-state';
import { ErrorState } from '../shared/ui/error-state';
import { Link } from '../shared/ui/link';
import { PageBody } from '../shared/ui/page-body';
import { PageHeader } from '../shared/ui/page-header';
import { Panel } from '../shared/ui/panel';
import { SkeletonRows } from '../shared/ui/skeleton-rows';
import { texts } from './home.texts';

const MOST = 8;

function Glance() {
  const { data } = useQuery(queueViewsQuery);
  const views = (data?.items ?? []).filter(({ key }) => teamOf(key) === null);
  return (
    <Box
      component="nav"
      aria-label={texts.views}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
        gap: 1.5,
        mb: 3,
        minHeight: 84,
      }}
    >
      {views.map((view) => {
        const Icon = viewIcon(view.key);
        return (
          <Panel
            key={view.key}
            component={Link}
            {...{ to: viewAddress(view.key) }}
            sx={{ p: 2, textDecoration: 'none', color: 'text.primary', '&:hover': { bgcolor: 'surface.hover' } }}
          >
            <Box sx={{ typography: 'h2', fontVariantNumeric: 'tabular-nums' }}>{view.count}</Box>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color: 'text.secondary' }}>
              <Icon sx={{ fontSize: 16 }} />
              {viewName(view)}
            </Box>
          </Panel>
        );
      })}
    </Box>
  );
}

function ClaimButton({ ticket }: { ticket: TicketSummaryResponse }) {
  const claim = useClaim(ticket.id);
  return (
    <Button
      size="small"
      variant="tonal"
      disabled={claim.isPending}
      aria-label={texts.claimTicket(ticket.number)}
      onClick={() => claim.mutate()}
      sx={{ mr: 1 }}
    >
      {texts.claim}
    </Button>
  );
}

interface WorkProps {
  title: string;
  empty: { title: string; text: string };
  filters: TicketFilters;
  view: string;
  action?: (ticket: TicketSummaryResponse) => ReactNode;
}

function Work({ title, empty, filters, view, action }: WorkProps) {
  const id = useId();
  const list = useInfiniteQuery(ticketListQuery({ ...filters, limit: MOST }));
  const [page] = list.data?.pages ?? [];
  const count = useQuery(queueViewsQuery).data?.items.find(({ key }) => key === view)?.count;
  return (
    <Panel component="section" aria-labelledby={id} sx={{ p: 1, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 40, px: 1.5 }}>
        <Box component="h2" id={id} sx={{ typography: 'h4', m: 0, flex: 1 }}>
          {title}
        </Box>
        {page?.nextCursor && count && (
          <Button component={Link} to={viewAddress(view)} variant="text" size="small">
            {texts.all(count)}
          </Button>
        )}
      </Box>
      {list.isPending && <SkeletonRows rows={5} height={64} />}
      {list.isError && !page && (
        <ErrorState error={list.error} title={ticketTexts.listFailed} onRetry={() => void list.refetch()} />
      )}
      {page?.items.length === 0 && <EmptyState title={empty.title} text={empty.text} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {page?.items.map((ticket) => (
          <li key={ticket.id}>
            <TicketRow ticket={ticket} to={`/queue/${ticket.number}?view=${view}`} action={action?.(ticket)} />
          </li>
        ))}
      </Box>
    </Panel>
  );
}

function PendingRegistrations() {
  const { data } = useQuery({
    // The frame keeps this number in step with the server.
    queryKey: ['users', 'pending-count'],
    queryFn: async () => (await call(usersEndpoints.list, { query: { status: ['pending'], limit: 1 } })).total,
  });
  if (!data) return null;
  return (
    <Panel sx={{ display: 'flex', alignItems: 'center', gap: 1.5, px: 2, py: 1.25, mb: 3 }}>
      <HowToReg sx={{ color: 'primary.text' }} />
      <Box sx={{ flex: 1 }}>{texts.pending(data)}</Box>
      <Button component={Link} to="/admin/approvals">
        {texts.review}
      </Button>
    </Panel>
  );
}

/** What a coordinator has to do today, and what nobody does yet. */
export function DeskHome() {
  const me = useUser();
  const { can } = useSession();
  return (
    <PageBody>
      <PageHeader large title={texts.desk(me.name.split(' ')[0] ?? me.name)} text={texts.deskText} />
      <Glance />
      {can('registration.decide') && <PendingRegistrations />}
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
          gap: 2,
          alignItems: 'start',
        }}
      >
        <Work
          title={texts.assignedToMe}
          empty={{ title: texts.assignedEmpty, text: texts.assignedEmptyText }}
          filters={{ assignee: ['me'], status: [...ACTIVE_STATUSES], sort: '-priority' }}
          view="mine"
        />
        <Work
          title={texts.unassigned}
          empty={{ title: texts.unassignedEmpty, text: texts.unassignedEmptyText }}
          filters={{ assignee: ['none'], status: [...ACTIVE_STATUSES], sort: '-priority' }}
          view="unassigned"
          action={(ticket) => <ClaimButton ticket={ticket} />}
        />
      </Box>
    </PageBody>
  );
}
