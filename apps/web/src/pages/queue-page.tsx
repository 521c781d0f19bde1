import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router-dom';
import { ListEdge } from '../features/queue/components/list-edge';
import { NothingChosen } from '../features/queue/components/nothing-chosen';
import { ViewList } from '../features/queue/components/view-list';
import { useListWidth } from '../features/queue/use-list-width';
import { queueViewsQuery } from '../features/tickets/tickets.queries';
import { useWiderThan } from '../shared/layout/use-wider-than';
import { PageBody } from '../shared/ui/page-body';
import { Panel } from '../shared/ui/panel';
import { SkeletonRows } from '../shared/ui/skeleton-rows';
import { QueueList, useQueue } from './queue-list';

const loadTicket = () => import('./ticket-view');
const TicketView = lazy(() => loadTicket().then((module) => ({ default: module.TicketView })));

function Views({ active }: { active: string | null }) {
  const { data } = useQuery(queueViewsQuery);
  return <ViewList views={data?.items ?? []} active={active} />;
}

/** The desk: views, the list of one of them, and the ticket that is open. Folds to one pane on phones. */
export function QueuePage() {
  const { id } = useParams();
  const queue = useQueue();
  const hasViews = useWiderThan('lg');
  const wide = useWiderThan('md');
  const { width: chosen, resize } = useListWidth();
  const roomy = useWiderThan('xl');
  const width = chosen ?? (roomy ? 408 : 376);
  return (
    <PageBody layout="panes">
      <Box sx={{ display: 'flex', height: 1 }}>
        {hasViews && <Views active={queue.address.view} />}
        <Panel
          onMouseEnter={() => void loadTicket()}
          sx={{ display: 'flex', flex: 1, minWidth: 0, borderRadius: { xs: 0, md: '12px' } }}
        >
          {(wide || !id) && <QueueList queue={queue} openTicket={id} wide={wide} width={width} />}
          {wide && <ListEdge width={width} onResize={resize} />}
          {id ? (
            <Suspense fallback={<SkeletonRows rows={6} height={80} />}>
              <TicketView
                ticketRef={id}
                base="/queue"
                back={`/queue?${queue.search}`}
                backOnlySmall
                propertiesFrom="xl"
              />
            </Suspense>
          ) : (
            wide && (
              <Box sx={{ flex: 1 }}>
                <NothingChosen />
              </Box>
            )
          )}
        </Panel>
      </Box>
    </PageBody>
  );
}
