import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { Activity, lazy, Suspense, useCallback, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { ListEdge } from '../features/queue/components/list-edge';
import { ViewList } from '../features/queue/components/view-list';
import { viewAddress } from '../features/queue/components/view-look';
import { texts } from '../features/queue/queue.texts';
import { useListWidth } from '../features/queue/use-list-width';
import { teamsQuery } from '../features/tickets/tickets.queries';
import { useCommands } from '../shared/keyboard/use-commands';
import { useWiderThan } from '../shared/layout/use-wider-than';
import { PageBody } from '../shared/ui/page-body';
import { Panel } from '../shared/ui/panel';
import { SkeletonRows } from '../shared/ui/skeleton-rows';
import { QueueList } from './queue-list';
import { type Queue, useNextTicket, useQueue } from './queue-state';

const loadTicket = () => import('./ticket-view');
const TicketView = lazy(() => loadTicket().then((module) => ({ default: module.TicketView })));
const QueueBoard = lazy(() => import('./queue-board').then((module) => ({ default: module.QueueBoard })));
const NothingChosen = lazy(() =>
  import('../features/queue/components/nothing-chosen').then((module) => ({ default: module.NothingChosen })),
);
const ViewDialog = lazy(() =>
  import('../features/queue/forms/view-dialog').then((module) => ({ default: module.ViewDialog })),
);
const BulkStatus = lazy(() =>
  import('../features/bulk-edits/components/bulk-status').then((module) => ({ default: module.BulkStatus })),
);

interface PanesProps {
  queue: Queue;
  openTicket: string | undefined;
  onSave: () => void;
  onEditView: (view: QueueViewResponse) => void;
}

/** @returns the open ticket, and after it was left still that one */
function useLast(openTicket: string | undefined): string | undefined {
  const [last, setLast] = useState(openTicket);
  if (openTicket === undefined || openTicket === last) return last;
  setLast(openTicket);
  return openTicket;
}

/** The rows, and the ticket that is open beside them. On phones one of the two. */
function Panes({ queue, openTicket, ...saving }: PanesProps) {
  const { width: chosen, resize } = useListWidth();
  const roomy = useWiderThan('xl');
  const width = chosen ?? (roomy ? 408 : 376);
  const { wide, layout, wanted, search } = queue;
  const onNext = useNextTicket(queue, openTicket);
  const isSplit = wide && layout === 'list';
  const ticket = useLast(openTicket);
  return (
    <Panel
      onMouseEnter={() => void loadTicket()}
      sx={{ display: 'flex', flex: 1, minWidth: 0, borderRadius: { xs: 0, md: '12px' } }}
    >
      {/* On phones it waits behind the ticket, so that going back only has to show it. */}
      <Activity mode={wide || !openTicket ? 'visible' : 'hidden'}>
        <QueueList queue={queue} openTicket={openTicket} width={width} {...saving} />
      </Activity>
      {isSplit && <ListEdge width={width} onResize={resize} />}
      {/* Left, it waits as well: taking it apart would hold up the list, and often one comes back. */}
      {ticket && (
        <Activity mode={openTicket ? 'visible' : 'hidden'}>
          <Suspense fallback={<SkeletonRows rows={6} height={80} />}>
            <TicketView
              ticketRef={ticket}
              base="/queue"
              back={`/queue?${search}`}
              backOnlySmall={wanted === 'list'}
              propertiesFrom="xl"
              onNext={onNext}
            />
          </Suspense>
        </Activity>
      )}
      {!openTicket && isSplit && (
        <Box sx={{ flex: 1 }}>
          <Suspense fallback={null}>
            <NothingChosen />
          </Suspense>
        </Box>
      )}
    </Panel>
  );
}

/** Saving and changing views, over the page. */
function useViewForm(queue: Queue) {
  const navigate = useNavigate();
  const { data: teams } = useQuery(teamsQuery);
  const [open, setOpen] = useState<QueueViewResponse | 'new' | null>(null);
  const dialog = open && (
    <Suspense fallback={null}>
      <ViewDialog
        view={open === 'new' ? undefined : open}
        filters={queue.filters}
        layout={queue.wanted === 'board' ? 'board' : 'table'}
        teams={teams?.items ?? []}
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
          <Panes queue={queue} openTicket={id} onSave={save} onEditView={openForm} />
        )}
      </Box>
      {dialog}
      <Suspense fallback={null}>
        <BulkStatus />
      </Suspense>
    </PageBody>
  );
}
