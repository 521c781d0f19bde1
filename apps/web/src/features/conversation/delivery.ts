import { conversationEndpoints } from '@baton/contracts/conversation/conversation.endpoints';
import type { MessageResponse, TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import { ticketsEndpoints } from '@baton/contracts/tickets/tickets.endpoints';
import { isApiError } from '../../shared/api/api-error';
import { call } from '../../shared/api/call';
import { formErrorText } from '../../shared/forms/form-error';
import { changeOutgoing, type Outgoing, outboxOf, takeBack } from './outbox';

/** Offline, a busy server, an ended session: all of it passes. Anything else is an answer. */
const mayPass = (error: unknown): boolean =>
  !isApiError(error) || error.status === 0 || error.status >= 502 || error.status === 401 || error.status === 429;

function send(item: Outgoing): Promise<MessageResponse> {
  return call(conversationEndpoints.send, {
    params: { id: item.ticketId },
    idempotencyKey: item.clientId,
    body: {
      body: item.body || undefined,
      internal: item.internal || undefined,
      clientId: item.clientId,
      lastSeenSeq: item.lastSeenSeq,
      attachmentIds: item.attachments.length > 0 ? item.attachments.map(({ id }) => id) : undefined,
    },
  });
}

/** The move that was asked for together with the message. Somebody may have made it already. */
async function move({ ticketId, thenStatus }: Outgoing): Promise<void> {
  if (!thenStatus) return;
  try {
    await call(ticketsEndpoints.changeStatus, { params: { id: ticketId }, body: { status: thenStatus } });
  } catch (error) {
    if (mayPass(error)) throw error;
  }
}

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
    const message = await send(item);
    if (!message.followUp) await move(item);
    await arrived(item);
    const { followUp } = message;
    if (followUp) changeOutgoing(userId, item.clientId, { state: 'followed_up', followUp: followUp.number });
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
    const next = outboxOf(userId).find(({ state }) => state === 'waiting');
    if (!next) return true;
    if (!(await deliverOne(userId, next, arrived))) return false;
  }
}

/**
 * Sends what waits, in the order it was written, one at a time. False: something still waits, try again later.
 * @param arrived what to renew before the message stops being shown as pending
 */
export function deliver(userId: string, arrived: Arrived): Promise<boolean> {
  running ??= deliverAll(userId, arrived).finally(() => {
    running = null;
  });
  return running;
}
