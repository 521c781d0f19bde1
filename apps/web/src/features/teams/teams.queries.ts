import type { UpdateTeamDto } from '@baton/contracts/teams/teams.dto';
import { teamsEndpoints } from '@baton/contracts/teams/teams.endpoints';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useToast } from '../../shared/ui/toast';
import { texts } from './teams.texts';

export const teamsKeys = { all: ['teams'] as const };

/** The answer is kept as the server gave it: the desk's lists share it, over a reload too. */
export const teamsList = queryOptions({
  queryKey: teamsKeys.all,
  queryFn: ({ signal }) => call(teamsEndpoints.list, { signal }),
  select: ({ items }) => items,
});

/** Creates, or changes when there is an id. People carry their teams, so their lists are old afterwards. */
export function useSaveTeam() {
  const client = useQueryClient();
  const toast = useToast();
  return async (id: string | undefined, team: UpdateTeamDto & { name: string }) => {
    const { name } = id
      ? await call(teamsEndpoints.update, { params: { id }, body: team })
      : await call(teamsEndpoints.create, { body: team });
    toast(id ? texts.saved(name) : texts.created(name));
    await Promise.all([
      client.invalidateQueries({ queryKey: teamsKeys.all }),
      client.invalidateQueries({ queryKey: ['users'] }),
      client.invalidateQueries({ queryKey: ['work-profiles'] }),
      client.invalidateQueries({ queryKey: ['assignment'] }),
    ]);
  };
}
