import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import Box from '@mui/material/Box';
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { type ComponentProps, lazy, Suspense, useCallback, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { ViewList } from '../features/queue/components/view-list';
import { viewAddress } from '../features/queue/components/view-look';
import { texts } from '../features/queue/queue.texts';
import { queueViewsQuery, steadyListQuery, teamsQuery } from '../features/tickets/tickets.queries';
import { useCommands } from '../shared/keyboard/use-commands';
import { useWiderThan } from '../shared/layout/use-wider-than';
import { lazyLater } from '../shared/ui/lazy-later';
import { PageBody } from '../shared/ui/page-body';
import { SkeletonRows } from '../shared/ui/skeleton-rows';
import { QueuePanes } from './queue-panes';
import { type Queue, useQueue, usualQueue } from './queue-state';

const QueueBoard = lazy(() => import('./queue-board').then((module) => ({ default: module.QueueBoard })));
const ViewDialog = lazy(() =>
  import('../features/queue/forms/view-dialog').then((module) => ({ default: module.ViewDialog })),
);
const BulkStatus = lazyLater(() =>
  import('../features/bulk-edits/components/bulk-status').then((module) => module.BulkStatus),
);

function ViewForm(props: Omit<ComponentProps<typeof ViewDialog>, 'teams'>) {
  const { data: teams } = useQuery(teamsQuery);
  return <ViewDialog {...props} teams={teams?.items ?? []} />;
}

/** Saving and changing views, over the page. */
function useViewForm(queue: Queue) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<QueueViewResponse | 'new' | null>(null);
  const dialog = open && (
    <Suspense fallback={null}>
      <ViewForm
        view={open === 'new' ? undefined : open}
        filters={queue.filters}
        layout={queue.wanted === 'board' ? 'board' : 'table'}
        onClose={() => setOpen(null)}
        onSaved={(view) => {
          setOpen(null);
          if (open === 'new') navigate(viewAddress(view.key));
        }}
      />
    </Suspense>
  );
  return { open: setOpen, dialog };
}

/** The desk: views, the tickets of one of them, and the ticket that is open. Folds to one pane on phones. */
export function QueuePage() {
  const { id } = useParams();
  const navigate = useNavigate();
  const queue = useQueue(id);
  const { open: openForm, dialog } = useViewForm(queue);
  const save = useCallback(() => openForm('new'), [openForm]);
  const isBoard = queue.layout === 'board';
  const hasViews = useWiderThan('lg') && !isBoard;
  useCommands(texts.queue, [
    { keys: 'w', label: texts.commands.save, run: save },
    id !== undefined && { keys: 'u', label: texts.commands.back, run: () => navigate(`/queue?${queue.search}`) },
  ]);
  return (
    <PageBody layout="panes">
      <Box sx={{ display: 'flex', height: 1 }}>
        {hasViews && (
          <ViewList
            views={queue.views}
            active={queue.address.view}
            layout={queue.address.layout}
            onCreate={save}
            onEdit={openForm}
          />
        )}
        {isBoard ? (
          <Suspense fallback={<SkeletonRows rows={6} height={96} />}>
            <QueueBoard queue={queue} onSave={save} onEditView={openForm} />
          </Suspense>
        ) : (
          <QueuePanes queue={queue} openTicket={id} onSave={save} onEditView={openForm} />
        )}
      </Box>
      {dialog}
      <Suspense fallback={null}>
        <BulkStatus />
      </Suspense>
    </PageBody>
  );
}

/** What it asks for first, asked before it is drawn. */
QueuePage.askAhead = async (client: QueryClient, search: string): Promise<void> => {
  if (search !== '') return;
  await Promise.all([
    client.prefetchInfiniteQuery(steadyListQuery(usualQueue(), 'hold')),
    client.prefetchQuery(queueViewsQuery),
    client.prefetchQuery(teamsQuery),
  ]);
};
