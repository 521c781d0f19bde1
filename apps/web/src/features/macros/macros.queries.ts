import type { CreateMacroDto } from '@baton/contracts/macros/macros.dto';
import { macrosEndpoints } from '@baton/contracts/macros/macros.endpoints';
import type { MacroResponse } from '@baton/contracts/macros/macros.response';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useFailureToast } from '../../shared/forms/use-failure-toast';
import { useToast } from '../../shared/ui/toast';
import { macroErrors, texts } from './macros.texts';

export const macrosQuery = queryOptions({
  queryKey: ['macros'],
  queryFn: async ({ signal }) => (await call(macrosEndpoints.list, { signal })).items,
  staleTime: 60_000,
});

/** A macro filled in for a ticket. */
export const previewQuery = (ticketId: string, macroId: string) =>
  queryOptions({
    queryKey: ['macros', 'preview', ticketId, macroId],
    queryFn: ({ signal }) => call(macrosEndpoints.preview, { params: { id: ticketId, macroId }, signal }),
    // The ticket changes, and so do the words that name it.
    staleTime: 5000,
  });

/** Creates, or changes when there is an id. */
export function useSaveMacro() {
  const client = useQueryClient();
  const toast = useToast();
  return async (id: string | undefined, macro: CreateMacroDto): Promise<void> => {
    const { name } = id
      ? await call(macrosEndpoints.update, { params: { id }, body: macro })
      : await call(macrosEndpoints.create, { body: macro });
    toast(id ? texts.saved(name) : texts.created(name));
    await client.invalidateQueries({ queryKey: macrosQuery.queryKey });
  };
}

const asNew = ({ name, scope, teamId, body, internal, actions }: MacroResponse): CreateMacroDto => ({
  name,
  scope,
  teamId,
  body,
  internal,
  actions,
});

/** Deletes; the undo makes the same again. */
export function useRemoveMacro() {
  const client = useQueryClient();
  const toast = useToast();
  const failed = useFailureToast(macroErrors);
  const renew = () => client.invalidateQueries({ queryKey: macrosQuery.queryKey });
  const restore = useMutation({
    mutationFn: (macro: MacroResponse) => call(macrosEndpoints.create, { body: asNew(macro) }),
    onError: failed,
    onSettled: renew,
  });
  return useMutation({
    mutationFn: ({ id }: MacroResponse) => call(macrosEndpoints.remove, { params: { id } }),
    onMutate: ({ id }) => client.setQueryData(macrosQuery.queryKey, (held) => held?.filter((each) => each.id !== id)),
    onSuccess: (_done, macro) => toast({ message: texts.removed(macro.name), undo: () => restore.mutate(macro) }),
    onError: failed,
    onSettled: renew,
  });
}
