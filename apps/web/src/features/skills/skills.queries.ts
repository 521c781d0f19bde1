import type { CreateSkillDto } from '@baton/contracts/skills/skills.dto';
import { skillsEndpoints } from '@baton/contracts/skills/skills.endpoints';
import type { SkillResponse } from '@baton/contracts/skills/skills.response';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useFailureToast } from '../../shared/forms/use-failure-toast';
import { useToast } from '../../shared/ui/toast';
import { skillErrors, texts } from './skills.texts';

export const skillsQuery = queryOptions({
  queryKey: ['skills'],
  queryFn: async ({ signal }) => (await call(skillsEndpoints.list, { signal })).items,
});

/** Creates, or renames when there is an id. For the form, which says itself what went wrong. */
export function useSaveSkill() {
  const client = useQueryClient();
  const toast = useToast();
  return async (id: string | undefined, body: CreateSkillDto): Promise<void> => {
    const { name } = id
      ? await call(skillsEndpoints.update, { params: { id }, body })
      : await call(skillsEndpoints.create, { body });
    toast(id ? texts.saved(name) : texts.created(name));
    await client.invalidateQueries({ queryKey: skillsQuery.queryKey });
  };
}

/** Deletes a skill that no category needs. Whoever has it loses it. */
export function useRemoveSkill() {
  const client = useQueryClient();
  const toast = useToast();
  const fail = useFailureToast(skillErrors);
  return useMutation({
    mutationFn: ({ id }: SkillResponse) => call(skillsEndpoints.remove, { params: { id } }),
    onSuccess: (_done, { name }) => toast(texts.removed(name)),
    onError: fail,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: skillsQuery.queryKey }),
        client.invalidateQueries({ queryKey: ['work-profiles'] }),
      ]),
  });
}
