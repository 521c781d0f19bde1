import type { TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import type { AttachmentResponse } from '@baton/contracts/files/files.response';
import type { TicketChangesDto } from '@baton/contracts/tickets/ticket-changes.dto';
import { keepPersonal, readPersonal, watchPersonal } from '../../shared/storage/personal-storage';

/** A message that was sent and of which the server has not yet said that it has it. */
export interface Outgoing {
  /** Also its idempotency key: however often it is tried, it is stored once. */
  clientId: string;
  ticketId: string;
  /** As people say it. */
  ticketNumber: string;
  internal: boolean;
  body: string;
  attachments: AttachmentResponse[];
  /** Absent: send it whatever was said meanwhile. */
  lastSeenSeq?: number;
  /** What it changes on the ticket, with it or not at all. */
  changes?: TicketChangesDto;
  /** Of the draft it was. */
  draftRevision?: number;
  writtenAt: string;
  /** Not before this moment, ms: until then it can be taken back. */
  heldUntil?: number;
  /** The tab that lets it go when it is closed. */
  heldBy?: string;
  /** `followed_up`: delivered, to another ticket. */
  state: 'waiting' | 'moved_on' | 'refused' | 'followed_up';
  /** What a colleague said meanwhile. */
  missed?: TimelineEntryResponse[];
  /** Why the server does not take it. */
  reason?: string;
  /** Number of that ticket: a new one, because this one had ended, or the one it was merged into. */
  followUp?: string;
}

/** A reply on hold is not due yet. @param now ms */
export const isDue = ({ state, heldUntil }: Outgoing, now: number): boolean =>
  state === 'waiting' && (heldUntil ?? 0) <= now;

const NAME = 'outbox';
const NOTHING: readonly Outgoing[] = [];

const listeners = new Set<() => void>();
const held = new Map<string, readonly Outgoing[]>();
/** Of these this page knows more than a full storage. */
const unkept = new Set<string>();

/** Kept in the browser, so that it survives a reload and is the same in every tab. */
export function outboxOf(userId: string): readonly Outgoing[] {
  if (!held.has(userId)) held.set(userId, readPersonal<Outgoing[]>(userId, NAME) ?? NOTHING);
  return held.get(userId) ?? NOTHING;
}

function store(userId: string, items: readonly Outgoing[]): void {
  held.set(userId, items);
  if (keepPersonal(userId, NAME, items.length > 0 ? items : null)) unkept.delete(userId);
  else unkept.add(userId);
  for (const listener of listeners) listener();
}

/** Another tab may have added or delivered something since. */
function fresh(userId: string): readonly Outgoing[] {
  if (!unkept.has(userId)) held.delete(userId);
  return outboxOf(userId);
}

export const putOut = (userId: string, item: Outgoing): void =>
  store(userId, [...fresh(userId).filter(({ clientId }) => clientId !== item.clientId), item]);

export const changeOutgoing = (userId: string, clientId: string, fields: Partial<Outgoing>): void =>
  store(
    userId,
    fresh(userId).map((item) => (item.clientId === clientId ? { ...item, ...fields } : item)),
  );

export const takeBack = (userId: string, clientId: string): void =>
  store(
    userId,
    fresh(userId).filter((item) => item.clientId !== clientId),
  );

/** Takes it back unless it is on its way, or gone. @returns whether it could be had back */
export function recall(userId: string, { clientId }: Outgoing): boolean {
  const item = fresh(userId).find((each) => each.clientId === clientId);
  if (!item || isDue(item, Date.now())) return false;
  takeBack(userId, clientId);
  return true;
}

export function watchOutbox(userId: string, changed: () => void): () => void {
  listeners.add(changed);
  const unwatch = watchPersonal(userId, NAME, () => {
    held.delete(userId);
    changed();
  });
  return () => {
    listeners.delete(changed);
    unwatch();
  };
}

/** What is still to be shown below a timeline: nothing that has arrived in it. */
export function pendingOf(
  outbox: readonly Outgoing[],
  ticketId: string,
  entries: readonly TimelineEntryResponse[],
): Outgoing[] {
  const arrived = new Set(entries.map(({ message }) => message?.clientId));
  return outbox.filter((item) => item.ticketId === ticketId && !arrived.has(item.clientId));
}
