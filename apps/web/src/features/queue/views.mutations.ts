import type { CreateViewDto, UpdateViewDto } from '@baton/contracts/queue/queue.dto';
import { queueEndpoints } from '@baton/contracts/queue/queue.endpoints';
import type { QueueViewResponse, QueueViewsResponse } from '@baton/contracts/queue/queue.response';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useFailureToast } from '../../shared/forms/use-failure-toast';
import { useToast } from '../../shared/ui/toast';
import { texts } from './views.texts';

/** Below `tickets`, like all that changes with them. */
const VIEWS = ['tickets', 'views'] as const;

const put = (views: QueueViewsResponse | undefined, view: QueueViewResponse): QueueViewsResponse | undefined =>
  views && { items: [...views.items.filter(({ key }) => key !== view.key), view] };

/** Creates, or changes when there is an id. For the form, which says itself what went wrong. */
export function useSaveView() {
  const client = useQueryClient();
  const toast = useToast();
  return async (id: string | null, view: CreateViewDto | UpdateViewDto): Promise<QueueViewResponse> => {
    const saved = id
      ? await call(queueEndpoints.updateView, { params: { id }, body: view })
      : await call(queueEndpoints.createView, { body: view as CreateViewDto });
    // Known before its address is opened.
    client.setQueryData<QueueViewsResponse>(VIEWS, (views) => put(views, saved));
    void client.invalidateQueries({ queryKey: VIEWS, exact: true });
    toast(texts.saved(saved.name ?? ''));
    return saved;
  };
}

/** Deletes a saved view; the toast makes it again. */
export function useDeleteView(): (view: QueueViewResponse) => void {
  const client = useQueryClient();
  const toast = useToast();
  const fail = useFailureToast();
  const renew = () => client.invalidateQueries({ queryKey: VIEWS, exact: true });
  const again = useMutation({
    mutationFn: ({ name, scope, teamId, filters, sort, layout }: QueueViewResponse) =>
      call(queueEndpoints.createView, {
        body: { name: name ?? '', scope, teamId, filters, sort, layout } as CreateViewDto,
      }),
    onError: fail,
    onSettled: renew,
  });
  const remove = useMutation({
    mutationFn: ({ id }: QueueViewResponse) => call(queueEndpoints.deleteView, { params: { id: id ?? '' } }),
    onMutate: async (view) => {
      await client.cancelQueries({ queryKey: VIEWS, exact: true });
      client.setQueryData<QueueViewsResponse>(
        VIEWS,
        (views) => views && { items: views.items.filter(({ key }) => key !== view.key) },
      );
    },
    onSuccess: (_, view) => toast({ message: texts.removed(view.name ?? ''), undo: () => again.mutate(view) }),
    onError: fail,
    onSettled: renew,
  });
  return (view) => remove.mutate(view);
}
