import type { UpdateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import { lazy, Suspense, useState } from 'react';
import type { StaleEdit } from '../features/tickets/components/stale-dialog';
import { useEditTicket } from '../features/tickets/tickets.mutations';
import { isApiError } from '../shared/api/api-error';

const StaleDialog = lazy(() =>
  import('../features/tickets/components/stale-dialog').then((module) => ({ default: module.StaleDialog })),
);

/** Holds an edit that met a colleague's until somebody has chosen. */
export function useStaleEdit(ticket: TicketResponse) {
  const [stale, setStale] = useState<StaleEdit | null>(null);
  const onStale = (error: unknown, patch: UpdateTicketDto) => {
    if (isApiError(error)) setStale({ patch, conflicts: error.details as StaleEdit['conflicts'] });
  };
  const edit = useEditTicket(ticket.id, onStale);
  const dialog = stale && (
    <Suspense fallback={null}>
      <StaleDialog
        stale={stale}
        onClose={() => setStale(null)}
        onUseMine={(patch) => {
          setStale(null);
          // Without a version it stands, whatever was there.
          edit.mutate({ ...patch, version: undefined });
        }}
      />
    </Suspense>
  );
  return { onStale, dialog };
}
