import type { MessageResponse, TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import type { AttachmentResponse } from '@baton/contracts/files/files.response';
import { type PersonRow, presentPerson } from '../users/person.presenter.js';

/** A timeline entry as SQL answers it, with its message when it carries one. */
export interface EntryRow {
  id: string;
  ticketId: string;
  /** In the reader's own numbering. */
  seq: number;
  type: string;
  occurredAt: Date;
  data: Record<string, unknown>;
  actor: PersonRow | null;
  messageId: string | null;
  internal: boolean | null;
  bodyHtml: string | null;
  bodyText: string | null;
  clientId: string | null;
}

export function presentMessage(row: EntryRow, files: Map<string, AttachmentResponse[]>): MessageResponse | null {
  if (row.messageId === null || row.actor === null) return null;
  return {
    id: row.messageId,
    ticketId: row.ticketId,
    seq: row.seq,
    internal: row.internal ?? false,
    body: row.bodyHtml ?? '',
    text: row.bodyText ?? '',
    author: presentPerson(row.actor),
    attachments: files.get(row.messageId) ?? [],
    clientId: row.clientId,
    createdAt: row.occurredAt.toISOString(),
    followUp: null,
  };
}

const kindOf = (message: MessageResponse | null): TimelineEntryResponse['kind'] => {
  if (message === null) return 'system';
  return message.internal ? 'note' : 'reply';
};

export const presentEntry = (row: EntryRow, message: MessageResponse | null): TimelineEntryResponse => ({
  id: row.id,
  ticketId: row.ticketId,
  seq: row.seq,
  kind: kindOf(message),
  type: row.type,
  actor: row.actor && presentPerson(row.actor),
  at: row.occurredAt.toISOString(),
  message,
  data: row.data,
});
