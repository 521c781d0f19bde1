import { useQueryClient } from '@tanstack/react-query';
import { OutboxDelivery } from '../../features/conversation/outbox-delivery';
import { forgetTimelines, timelinesWentOn } from '../../features/conversation/timeline.queries';
import { useLiveTickets } from '../../features/tickets/tickets.realtime';
import { useSocketEvent } from '../../shared/realtime/use-socket';
import { UpdateNotice } from './update-notice';

/** What goes on behind every page: hearing of changes, catching up with them, and sending what waits. */
export function LiveDesk() {
  const client = useQueryClient();
  useLiveTickets({
    wentOn: (ids) => timelinesWentOn(client, ids),
    gone: (ids) => forgetTimelines(client, ids),
  });
  // Whose rights have changed sees other things now, also in what is held; an end for good forgets it all by itself.
  useSocketEvent('session.ended', ({ reason }) => reason === 'changed' && void client.resetQueries());
  return (
    <>
      <OutboxDelivery />
      <UpdateNotice />
    </>
  );
}
