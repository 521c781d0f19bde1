import type { MessageResponse } from '@baton/contracts/conversation/conversation.response';
import type { TicketResponse } from '@baton/contracts/tickets/tickets.response';
import { LinkDialog } from './link-dialog';
import { MergeDialog } from './merge-dialog';
import { SplitDialog } from './split-dialog';

export type OpenDialog = { is: 'merge' } | { is: 'link' } | { is: 'split'; message: MessageResponse };

interface Props {
  open: OpenDialog;
  ticket: TicketResponse;
  /** Goes to a ticket. */
  onOpen: (number: string) => void;
  onClose: () => void;
}

/** Whichever of them is open. Load it with the first. */
export function RelationDialogs({ open, ticket, onOpen, onClose }: Props) {
  if (open.is === 'merge') return <MergeDialog ticket={ticket} onOpen={onOpen} onClose={onClose} />;
  if (open.is === 'link') return <LinkDialog ticket={ticket} onClose={onClose} />;
  return <SplitDialog ticketId={ticket.id} message={open.message} onClose={onClose} />;
}
