import { useUser } from '../../shared/access/use-session';
import { keepUploads } from '../../shared/files/use-kept-uploads';
import { useToast } from '../../shared/ui/toast';
import { texts } from './conversation.texts';
import { draftOf } from './drafts';
import { HOLD_MS, isHeld } from './hold';
import { type Outgoing, recall } from './outbox';

/**
 * Goes on to the next ticket. A reply still on hold can be taken back from there.
 * @param onOpen goes back to its ticket
 */
export function useThenNext(onNext: (() => void) | undefined, onOpen: (number: string) => void) {
  const { id } = useUser();
  const toast = useToast();
  if (!onNext) return undefined;
  const undo = (item: Outgoing) => {
    if (recall(id, item)) {
      draftOf(id, item.ticketId, 'reply').prepend(item.body);
      keepUploads(id, `${item.ticketId}:reply`, item.attachments);
    }
    onOpen(item.ticketNumber);
  };
  return (sent: Outgoing) => {
    if (isHeld(sent))
      toast({ message: texts.goesOut(sent.ticketNumber), undo: () => undo(sent), seconds: HOLD_MS / 1000 });
    onNext();
  };
}
