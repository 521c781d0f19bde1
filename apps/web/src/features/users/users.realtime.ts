import { useQueryClient } from '@tanstack/react-query';
import { useOnConnect, useSocketEvent } from '../../shared/realtime/use-socket';
import { usersKeys } from './users.queries';

/** Registrations come and go by themselves, also those of a time without connection. */
export function useLiveRegistrations(): void {
  const client = useQueryClient();
  const refresh = () => void client.invalidateQueries({ queryKey: [...usersKeys.all, 'list'] });
  useSocketEvent('registrations.changed', refresh);
  useOnConnect(refresh, 'registrations');
}
