import type { UpdateWorkProfileDto } from '@baton/contracts/work-profiles/work-profiles.dto';
import { workProfilesEndpoints } from '@baton/contracts/work-profiles/work-profiles.endpoints';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useToast } from '../../shared/ui/toast';
import { texts } from './work-profiles.texts';

export const workProfilesKey = ['work-profiles'] as const;

/** Everybody on the desk. */
export const deskQuery = queryOptions({
  queryKey: [...workProfilesKey, 'desk'],
  queryFn: async ({ signal }) => (await call(workProfilesEndpoints.list, { signal })).items,
});

export const myProfileQuery = queryOptions({
  queryKey: [...workProfilesKey, 'mine'],
  queryFn: ({ signal }) => call(workProfilesEndpoints.mine, { signal }),
});

/** For the form, which says itself what went wrong. Whoever waits for work may get it now. */
export function useSaveWorkProfile() {
  const client = useQueryClient();
  const toast = useToast();
  return async (userId: string, body: UpdateWorkProfileDto): Promise<void> => {
    const { person } = await call(workProfilesEndpoints.update, { params: { userId }, body });
    toast(texts.saved(person.name));
    await Promise.all([
      client.invalidateQueries({ queryKey: workProfilesKey }),
      client.invalidateQueries({ queryKey: ['skills'] }),
      client.invalidateQueries({ queryKey: ['assignment'] }),
    ]);
  };
}
