import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import type { MessageResponse, TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import { isApiError } from '../../shared/api/api-error';
import { call } from '../../shared/api/call';
import { formErrorText } from '../../shared/forms/form-error';
import { draftOf } from './drafts';
import { changeOutgoing, isDue, type Outgoing, outboxOf, takeBack } from './outbox';

/** Offline, a busy server, an ended session: all of it passes. Anything else is an answer. */
const mayPass = (error: unknown): boolean =>
  !isApiError(error) || error.status === 0 || error.status >= 502 || error.status === 401 || error.status === 429;

/** The people a text calls, each once. */
const mentionedIn = (html: string): string[] => {
  const marks = new DOMParser().parseFromString(html, 'text/html').querySelectorAll<HTMLElement>('[data-mention]');
  return [...new Set([...marks].flatMap(({ dataset }) => dataset.mention ?? []))];
};

const unlessEmpty = (ids: string[]) => (ids.length > 0 ? ids : undefined);

/** The request that carries it: always the same, however often it is tried. */
export const toMessage = (item: Outgoing) => ({
  params: { id: item.ticketId },
  idempotencyKey: item.clientId,
  body: {
    body: item.body || undefined,
    internal: item.internal || undefined,
    clientId: item.clientId,
    lastSeenSeq: item.lastSeenSeq,
    attachmentIds: unlessEmpty(item.attachments.map(({ id }) => id)),
    mentions: unlessEmpty(mentionedIn(item.body)),
    changes: item.changes,
    draftRevision: item.draftRevision,
  },
});

const send = (item: Outgoing): Promise<MessageResponse> => call(conversationEndpoints.send, toMessage(item));

function refuse(userId: string, { clientId }: Outgoing, error: unknown): void {
  if (isApiError(error, 'conversation.moved_on')) {
    changeOutgoing(userId, clientId, {
      state: 'moved_on',
      missed: error.details.missed as TimelineEntryResponse[],
    });
  } else if (isApiError(error)) {
    changeOutgoing(userId, clientId, { state: 'refused', reason: formErrorText(error) });
  }
}

type Arrived = (item: Outgoing) => Promise<void>;

/** True when it can be followed by the next one, false when it is better to wait. */
async function deliverOne(userId: string, item: Outgoing, arrived: Arrived): Promise<boolean> {
  try {
    const draft = draftOf(userId, item.ticketId, item.internal ? 'note' : 'reply');
    // A draft that came after its message would stand there again.
    await draft.settled();
    const { followUp, mergedInto } = await send(item);
    draft.forget();
    await arrived(item);
    const elsewhere = followUp ?? mergedInto;
    if (elsewhere) changeOutgoing(userId, item.clientId, { state: 'followed_up', followUp: elsewhere.number });
    else takeBack(userId, item.clientId);
    return true;
  } catch (error) {
    if (mayPass(error)) return false;
    refuse(userId, item, error);
    return true;
  }
}

let running: Promise<boolean> | null = null;

async function deliverAll(userId: string, arrived: Arrived): Promise<boolean> {
  for (;;) {
    const next = outboxOf(userId).find((item) => isDue(item, Date.now()));
    if (!next) return true;
    if (!(await deliverOne(userId, next, arrived))) return false;
  }
}

/**
 * Sends what is due, in the order it was written, one at a time. False: something still waits, try again later.
 * @param arrived what to renew before the message stops being shown as pending
 */
export function deliver(userId: string, arrived: Arrived): Promise<boolean> {
  running ??= deliverAll(userId, arrived).finally(() => {
    running = null;
  });
  return running;
}
