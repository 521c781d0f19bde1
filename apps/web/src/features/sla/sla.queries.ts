import { slaEndpoints } from '@baton/contracts/sla/sla.endpoints';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useSocketEvent } from '../../shared/realtime/use-socket';
import { useWake } from '../../shared/realtime/use-wake';

/** Below `['tickets']`, so that whatever renews all tickets renews it too. */
const clocksKey = (ticketId: string) => ['tickets', 'clocks', ticketId] as const;

const ticketClocksQuery = (ticketId: string, version: number) =>
  queryOptions({
    queryKey: [...clocksKey(ticketId), version],
    queryFn: async ({ signal }) => (await call(slaEndpoints.ofTicket, { params: { id: ticketId }, signal })).clocks,
    // Another version of the same ticket stands in while its own is on its way.
    placeholderData: (before, query) => (query?.queryKey[2] === ticketId ? before : undefined),
  });

/** A ticket's clocks, in step with the server: what only clocks change moves no version. */
export function useTicketClocks(ticketId: string, version: number) {
  const client = useQueryClient();
  const renew = () => void client.invalidateQueries({ queryKey: clocksKey(ticketId) });
  useSocketEvent('ticket.changed', (change) => {
    if (change.ticketId === ticketId) renew();
  });
  useWake(renew);
  return useQuery(ticketClocksQuery(ticketId, version));
}
