import { newId } from '../../shared/api/new-id';
import { changeOutgoing, type Outgoing } from './outbox';

/** How long a coordinator's reply can be taken back. */
export const HOLD_MS = 10_000;

const THIS_TAB = newId();

/** What makes a message wait here. */
export const held = (): Pick<Outgoing, 'heldUntil' | 'heldBy'> => ({
  heldUntil: Date.now() + HOLD_MS,
  heldBy: THIS_TAB,
});

export const isHeld = ({ state, heldUntil = 0 }: Outgoing): boolean => state === 'waiting' && heldUntil > Date.now();

/** On hold in this tab; other tabs let go of theirs. */
export const isHeldHere = (item: Outgoing): boolean => item.heldBy === THIS_TAB && isHeld(item);

/** "Send now". */
export const letGo = (userId: string, { clientId }: Outgoing): void =>
  changeOutgoing(userId, clientId, { heldUntil: undefined, heldBy: undefined });

/** When the next message on hold is due, ms; null when none is. */
export function nextDue(outbox: readonly Outgoing[]): number | null {
  const moments = outbox.filter(isHeld).map(({ heldUntil }) => heldUntil ?? 0);
  return moments.length > 0 ? Math.min(...moments) : null;
}
