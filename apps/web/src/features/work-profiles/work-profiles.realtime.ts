import type { WorkProfileResponse } from '@baton/contracts/work-profiles/work-profiles.response';
import { useQueryClient } from '@tanstack/react-query';
import { useUser } from '../../shared/access/use-session';
import { useOnConnect, useSocketEvent } from '../../shared/realtime/use-socket';
import { deskQuery, myProfileQuery, workProfilesKey } from './work-profiles.queries';

/** Keeps who is there in step with the server. Once per tab. */
export function useLiveAvailability(): void {
  const client = useQueryClient();
  const me = useUser();
  useSocketEvent('availability.changed', ({ userId, availability }) => {
    const moved = (profile: WorkProfileResponse): WorkProfileResponse =>
      profile.availability === availability
        ? profile
        : { ...profile, availability, availabilitySince: new Date().toISOString() };
    client.setQueryData(deskQuery.queryKey, (held) =>
      held?.map((each) => (each.person.id === userId ? moved(each) : each)),
    );
    // Chosen in another tab, or seen by the server: only it knows which.
    if (userId === me.id) void client.invalidateQueries({ queryKey: myProfileQuery.queryKey });
  });
  useOnConnect(() => void client.invalidateQueries({ queryKey: workProfilesKey }), 'availability');
}
