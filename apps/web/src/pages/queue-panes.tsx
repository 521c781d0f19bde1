import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import Box from '@mui/material/Box';
import { useQueryClient } from '@tanstack/react-query';
import { Activity, lazy, type ReactNode, Suspense, startTransition, useCallback, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { ListEdge } from '../features/queue/components/list-edge';
import { useListWidth } from '../features/queue/use-list-width';
import { opened, type TicketPlaces, waiting } from '../features/tickets/ticket-places';
import { DrawTicketAhead, type TicketName } from '../features/tickets/use-prefetch-ticket';
import { useWiderThan } from '../shared/layout/use-wider-than';
import { Panel } from '../shared/ui/panel';
import { SkeletonRows } from '../shared/ui/skeleton-rows';
import { QueueList } from './queue-list';
import { type Queue, useNextTicket } from './queue-state';

const loadTicket = () => import('./ticket-view');
const TicketView = lazy(() => loadTicket().then((module) => ({ default: module.TicketView })));
const NothingChosen = lazy(() =>
  import('../features/queue/components/nothing-chosen').then((module) => ({ default: module.NothingChosen })),
);

interface BesideProps {
  queue: Queue;
  openTicket: string | undefined;
  /** Its rows say which ticket is about to be opened. */
  children: ReactNode;
}

/** A place keeps what is drawn in it, whichever ticket that is. */
const PLACES = [0, 1] as const;

/** The open ticket, the one that was left, and the one that is about to be opened, in their places. */
function useTicketPlaces(openTicket: string | undefined) {
  const client = useQueryClient();
  const [places, setPlaces] = useState<TicketPlaces>({ refs: [openTicket, undefined], front: 0 });
  const now = openTicket === undefined ? places : opened(places, openTicket);
  if (now !== places) setPlaces(now);
  const drawAhead = useCallback(
    async (ticket: TicketName) => {
      // Without its code nothing can be drawn yet; opening it says why.
      const code = await loadTicket().catch(() => null);
      // What is clicked meanwhile goes before.
      if (code?.isTicketHeld(client, ticket))
        startTransition(() => setPlaces((before) => waiting(before, ticket.number)));
    },
    [client],
  );
  return { places: now, drawAhead };
}

/** The ticket beside the list. What is left waits hidden: taking it apart would hold up the list, and often one comes back. */
function WithTicket({ queue, openTicket, children }: BesideProps) {
  const { wanted, search } = queue;
  const { state } = useLocation();
  const onNext = useNextTicket(queue);
  const { places, drawAhead } = useTicketPlaces(openTicket);
  return (
    <>
      <DrawTicketAhead value={drawAhead}>{children}</DrawTicketAhead>
      {PLACES.map((place) => {
        const ticket = places.refs[place];
        const isOpen = openTicket !== undefined && place === places.front;
        return (
          ticket && (
            <Activity key={place} mode={isOpen ? 'visible' : 'hidden'}>
              <Suspense fallback={<SkeletonRows rows={6} height={80} />}>
                <TicketView
                  ticketRef={ticket}
                  base="/queue"
                  search={`?${search}`}
                  arrival={isOpen ? state : null}
                  back={`/queue?${search}`}
                  backOnlySmall={wanted === 'list'}
                  propertiesFrom="xl"
                  onNext={onNext}
                />
              </Suspense>
            </Activity>
          )
        );
      })}
    </>
  );
}

interface Props {
  queue: Queue;
  openTicket: string | undefined;
  onSave: () => void;
  onEditView: (view: QueueViewResponse) => void;
}

/** The rows, and the ticket that is open beside them. On phones one of the two. */
export function QueuePanes({ queue, openTicket, ...saving }: Props) {
  const { width: chosen, resize } = useListWidth();
  const roomy = useWiderThan('xl');
  const width = chosen ?? (roomy ? 408 : 376);
  const { wide, layout } = queue;
  const isSplit = wide && layout === 'list';
  return (
    <Panel
      onMouseEnter={() => void loadTicket()}
      sx={{ display: 'flex', flex: 1, minWidth: 0, borderRadius: { xs: 0, md: '12px' } }}
    >
      <WithTicket queue={queue} openTicket={openTicket}>
        {/* On phones it waits behind the ticket, so that going back only has to show it. */}
        <Activity mode={wide || !openTicket ? 'visible' : 'hidden'}>
          <QueueList queue={queue} openTicket={wide ? openTicket : undefined} width={width} {...saving} />
        </Activity>
        {isSplit && <ListEdge width={width} onResize={resize} />}
      </WithTicket>
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
