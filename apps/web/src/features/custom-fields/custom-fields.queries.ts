import type { CreateCustomFieldDto, UpdateCustomFieldDto } from '@baton/contracts/custom-fields/custom-fields.dto';
import { customFieldsEndpoints } from '@baton/contracts/custom-fields/custom-fields.endpoints';
import type { CustomFieldResponse } from '@baton/contracts/custom-fields/custom-fields.response';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useFailureToast } from '../../shared/forms/use-failure-toast';
import { useToast } from '../../shared/ui/toast';
import { texts } from './custom-fields.texts';

const ALL = ['custom-fields'] as const;

/** In their order, archived ones included. */
export const customFieldsList = queryOptions({
  queryKey: ALL,
  queryFn: ({ signal }) => call(customFieldsEndpoints.list, { signal }),
});

const update = (id: string, body: UpdateCustomFieldDto) => call(customFieldsEndpoints.update, { params: { id }, body });

/** For the form, which says itself what went wrong. A field's kind is given once. */
export function useSaveField() {
  const client = useQueryClient();
  const toast = useToast();
  return async (id: string | undefined, { kind, ...body }: CreateCustomFieldDto) => {
    const { name } = id
      ? await update(id, body)
      : await call(customFieldsEndpoints.create, { body: { kind, ...body } });
    toast(id ? texts.saved(name) : texts.created(name));
    await client.invalidateQueries({ queryKey: ALL });
  };
}

/** Moves a field to another place among the fields. */
export function useMoveField() {
  const client = useQueryClient();
  const fail = useFailureToast();
  const { mutate } = useMutation({
    mutationFn: ({ id, position }: { id: string; position: number }) => update(id, { position }),
    onError: fail,
    onSettled: () => client.invalidateQueries({ queryKey: ALL }),
  });
  return (id: string, position: number) => mutate({ id, position });
}

/** Takes a field out of the forms or brings it back; the toast undoes it. */
export function useArchiveField() {
  const client = useQueryClient();
  const toast = useToast();
  const fail = useFailureToast();
  const { mutate } = useMutation({
    mutationFn: ({ id, archived }: CustomFieldResponse) => update(id, { archived }),
    onSuccess: (field) =>
      toast({
        message: field.archived ? texts.archived(field.name) : texts.restored(field.name),
        undo: () => mutate({ ...field, archived: !field.archived }),
      }),
    onError: fail,
    onSettled: () => client.invalidateQueries({ queryKey: ALL }),
  });
  return (field: CustomFieldResponse) => mutate({ ...field, archived: !field.archived });
}
