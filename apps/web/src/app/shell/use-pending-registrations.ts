import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useSocketEvent } from '../../shared/realtime/use-socket';

const queryKey = ['users', 'pending-count'];

/** How many registrations wait for a decision, live. */
export function usePendingRegistrations(): number {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey,
    queryFn: async () => (await call(usersEndpoints.list, { query: { status: ['pending'], limit: 1 } })).total,
  });
  useSocketEvent('registrations.changed', ({ pending }) => client.setQueryData(queryKey, pending));
  return data ?? 0;
}
