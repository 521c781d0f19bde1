import type { StartBulkEditDto } from '@baton/contracts/bulk-edits/bulk-edits.dto';
import { bulkEditsEndpoints } from '@baton/contracts/bulk-edits/bulk-edits.endpoints';
import type { BulkEditResponse, BulkState } from '@baton/contracts/bulk-edits/bulk-edits.response';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useFailureToast } from '../../shared/forms/use-failure-toast';
import { useOnConnect, useSocketEvent } from '../../shared/realtime/use-socket';
import { texts } from './bulk-edits.texts';

/** Which edit is shown. Kept beside the edits, so that it outlives the page that started it. */
const SHOWN = ['bulk-edits', 'shown'] as const;
const editKey = (id: string) => ['bulk-edits', 'one', id] as const;

/** While nothing is heard, it is asked for. */
const ASK_MS = 2000;

export const isUnderway = (state: BulkState): boolean => state === 'running' || state === 'undoing';

/** Starts an edit of many tickets; its progress is what `useShownBulkEdit` gives. */
export function useStartBulkEdit() {
  const client = useQueryClient();
  const fail = useFailureToast(texts.errors);
  return useMutation({
    mutationFn: (body: StartBulkEditDto) => call(bulkEditsEndpoints.start, { body }),
    onSuccess: (edit) => {
      client.setQueryData(editKey(edit.id), edit);
      client.setQueryData(SHOWN, edit.id);
    },
    onError: fail,
  });
}

export function useUndoBulkEdit() {
  const client = useQueryClient();
  const fail = useFailureToast(texts.errors);
  return useMutation({
    mutationFn: (id: string) => call(bulkEditsEndpoints.undo, { params: { id } }),
    onSuccess: (edit) => client.setQueryData(editKey(edit.id), edit),
    onError: fail,
  });
}

/** The last edit and how far it is, until it is closed. */
export function useShownBulkEdit() {
  const client = useQueryClient();
  const { data: id = null } = useQuery<string | null>({ queryKey: SHOWN, queryFn: () => null, enabled: false });
  const { data: edit } = useQuery({
    queryKey: editKey(id ?? ''),
    queryFn: ({ signal }) => call(bulkEditsEndpoints.get, { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data && isUnderway(state.data.state) ? ASK_MS : false),
  });
  const renew = () => id && client.invalidateQueries({ queryKey: editKey(id) });
  useSocketEvent('bulk_edit.progressed', ({ id: progressed, ...progress }) => {
    client.setQueryData<BulkEditResponse>(editKey(progressed), (known) => known && { ...known, ...progress });
    // Why some could not, and until when it can be undone, only the edit itself tells.
    if (!isUnderway(progress.state)) void renew();
  });
  useOnConnect(() => void renew());
  return { edit: id === null ? undefined : edit, close: () => client.setQueryData(SHOWN, null) };
}
