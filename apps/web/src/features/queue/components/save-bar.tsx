import type { QueueViewResponse } from '@baton/contracts/queue/queue.response';
import type { ViewLayout } from '@baton/domain/queue/views';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useFailureToast } from '../../../shared/forms/use-failure-toast';
import { type QueueFilters, savedFilters } from '../queue-views';
import { useSaveView } from '../views.mutations';
import { texts } from '../views.texts';

interface Props {
  /** The saved view that was changed; null when it is none. */
  view: QueueViewResponse | null;
  filters: QueueFilters;
  layout: ViewLayout;
  /** Shows the view as it is saved. */
  onReset: () => void;
  onSaveAsNew: () => void;
}

/** Shown once the list differs from its view: keep it so, keep it beside, or go back. */
export function SaveBar({ view, filters, layout, onReset, onSaveAsNew }: Props) {
  const save = useSaveView();
  const fail = useFailureToast();
  const keep = useMutation({
    mutationFn: () => save(view?.id ?? null, savedFilters(filters, layout)),
    onSuccess: onReset,
    onError: fail,
  });
  const quiet = { variant: 'text', color: 'inherit', size: 'small' } as const;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5 }}>
      {view?.can.edit && (
        <Button variant="tonal" size="small" loading={keep.isPending} onClick={() => keep.mutate()}>
          {texts.saveChanges}
        </Button>
      )}
      <Button {...quiet} onClick={onSaveAsNew}>
        {view ? texts.saveAsNew : texts.create}
      </Button>
      <Button {...quiet} onClick={onReset}>
        {texts.discard}
      </Button>
    </Box>
  );
}
