import type { UpdateTicketDto } from '@baton/contracts/tickets/tickets.dto';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { lazy, Suspense, useDeferredValue } from 'react';
import { texts } from '../features/tickets/tickets.texts';
import { fixedBox } from '../shared/ui/fixed-box';
import { SkeletonRows } from '../shared/ui/skeleton-rows';

const Drawer = lazy(() => import('@mui/material/Drawer'));
const loadAssignee = () => import('./ticket-assignee');
const TicketAssignee = lazy(() => loadAssignee().then((module) => ({ default: module.TicketAssignee })));
const Properties = lazy(() => {
  // What it is made of comes beside it, not after it.
  void loadAssignee();
  return import('../features/tickets/components/properties').then((module) => ({ default: module.Properties }));
});
const LinkedList = lazy(() =>
  import('../features/relations/components/linked-list').then((module) => ({ default: module.LinkedList })),
);
const TicketClocks = lazy(() =>
  import('../features/sla/components/ticket-clocks').then((module) => ({ default: module.TicketClocks })),
);

interface Props {
  /** Below which address other tickets open. */
  base: string;
  beside: boolean;
  ticket: TicketResponse;
  open: boolean;
  onClose: () => void;
  onStale: (error: unknown, patch: UpdateTicketDto) => void;
  onLink: () => void;
}

const paneLook = { width: 312, flex: 'none', overflowY: 'auto', px: 2.5, py: 2, bgcolor: 'surface.sunken' };

const Beside = fixedBox('aside', {
  ...paneLook,
  borderLeft: '1px solid',
  borderColor: 'divider',
  borderRadius: '0 12px 12px 0',
});

/** Beside the conversation where there is room, in a drawer otherwise. */
export function TicketProperties({ ticket: newest, base, beside, open, onClose, onStale, onLink }: Props) {
  // The conversation is looked at first; these follow a frame later.
  const ticket = useDeferredValue(newest);
  const properties = (
    <Suspense fallback={<SkeletonRows rows={6} height={36} twoLines={false} />}>
      <Properties
        ticket={ticket}
        base={base}
        onStale={onStale}
        assignee={<TicketAssignee ticket={ticket} />}
        promises={<TicketClocks ticket={ticket} />}
      >
        <LinkedList ticket={ticket} base={base} onLink={onLink} />
      </Properties>
    </Suspense>
  );
  if (beside) {
    return <Beside aria-label={texts.details}>{properties}</Beside>;
  }
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <Drawer
        open
        anchor="right"
        onClose={onClose}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': texts.details, sx: { ...paneLook, width: 'min(360px, 100vw)' } },
        }}
      >
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', mt: -1, mr: -1 }}>
          <IconButton aria-label={texts.closeDetails} onClick={onClose}>
            <Close />
          </IconButton>
        </Box>
        {properties}
      </Drawer>
    </Suspense>
  );
}
