import { workProfilesEndpoints } from '@baton/contracts/work-profiles/work-profiles.endpoints';
import type { Availability } from '@baton/domain/assignment/facts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useFailureToast } from '../../shared/forms/use-failure-toast';
import { deskQuery, myProfileQuery } from './work-profiles.queries';

/** One's own availability, and choosing it: at once on the screen, taken back if the server refuses. */
export function useMyAvailability() {
  const client = useQueryClient();
  const fail = useFailureToast();
  const { data: profile } = useQuery(myProfileQuery);
  const { mutate: choose } = useMutation({
    mutationFn: (status: Availability) => call(workProfilesEndpoints.setAvailability, { body: { status } }),
    // One after the other: the last choice is the one that stands.
    scope: { id: 'availability' },
    onMutate: async (availability) => {
      await client.cancelQueries({ queryKey: myProfileQuery.queryKey });
      const before = client.getQueryData(myProfileQuery.queryKey);
      client.setQueryData(myProfileQuery.queryKey, (held) => held && { ...held, availability });
      return before;
    },
    onSuccess: (mine) => {
      client.setQueryData(myProfileQuery.queryKey, mine);
      client.setQueryData(deskQuery.queryKey, (held) =>
        held?.map((each) => (each.person.id === mine.person.id ? mine : each)),
      );
    },
    onError: (error, _chosen, before) => {
      client.setQueryData(myProfileQuery.queryKey, before);
      fail(error);
    },
  });
  return { profile, choose };
}
