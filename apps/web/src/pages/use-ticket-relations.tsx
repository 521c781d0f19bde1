import type { MessageResponse } from '@baton/contracts/conversation/conversation.response';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import CallMerge from '@mui/icons-material/CallMergeOutlined';
import Link from '@mui/icons-material/LinkOutlined';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { OpenDialog } from '../features/relations/components/relation-dialogs';
import type { TicketAction } from '../features/tickets/components/move-buttons';
import { texts } from '../features/tickets/tickets.texts';

const RelationDialogs = lazy(() =>
  import('../features/relations/components/relation-dialogs').then((module) => ({ default: module.RelationDialogs })),
);

const icon = { fontSize: 18 };

/** How a ticket comes to belong to others: what its menu offers, and the dialog that is open. */
export function useTicketRelations(ticket: TicketResponse, onOpen: (number: string) => void) {
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const link = () => setOpen({ is: 'link' });
  const merge = () => setOpen({ is: 'merge' });
  const split = useCallback((message: MessageResponse) => setOpen({ is: 'split', message }), []);
  const actions: TicketAction[] = ticket.can.relate
    ? [
        { value: 'merge', label: texts.merge, icon: <CallMerge sx={icon} />, run: merge },
        { value: 'link', label: texts.linkTicket, icon: <Link sx={icon} />, run: link },
      ]
    : [];
  const dialog = open && (
    <Suspense fallback={null}>
      <RelationDialogs open={open} ticket={ticket} onOpen={onOpen} onClose={() => setOpen(null)} />
    </Suspense>
  );
  return { actions, link, split, dialog };
}
