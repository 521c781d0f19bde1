import type { MessageResponse, TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import type { AttachmentResponse } from '@baton/contracts/files/files.response';
import { messageCapabilities } from '@baton/domain/conversation/message-policy';
import type { Actor } from '@baton/domain/permissions/actor';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { type PersonRow, presentPerson } from '../users/person.presenter.js';

/** A timeline entry as SQL answers it, with its message when it carries one. */
export interface EntryRow {
  id: string;
  ticketId: string;
  /** In the reader's own numbering. */
  seq: number;
  /** Null for what employees do not see. */
  publicSeq: number | null;
  type: string;
  occurredAt: Date;
  data: Record<string, unknown>;
  actor: PersonRow | null;
  messageId: string | null;
  /** The ticket its message is on: another one than the entry's when a merge took it there. */
  livesIn: string | null;
  sentAt: Date | null;
  internal: boolean | null;
  bodyHtml: string | null;
  bodyText: string | null;
  clientId: string | null;
  editedAt: Date | null;
  redactedAt: Date | null;
  hasFiles: boolean | null;
  ticketStatus: TicketStatus;
}

/** @param reader the system when several people will read it */
export function presentMessage(
  reader: Actor,
  row: EntryRow,
  files: Map<string, AttachmentResponse[]>,
): MessageResponse | null {
  if (row.messageId === null || row.actor === null || row.livesIn !== row.ticketId) return null;
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
    createdAt: (row.sentAt ?? row.occurredAt).toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    redactedAt: row.redactedAt?.toISOString() ?? null,
    can: reader.kind === 'system' ? null : messageCapabilities(reader, factsOf(row, row.actor.id)),
    mergedInto: null,
    followUp: null,
  };
}

const factsOf = ({ redactedAt, ticketStatus }: EntryRow, authorId: string) => ({
  authorId,
  redacted: redactedAt !== null,
  ticketStatus,
});

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
  at: message?.createdAt ?? row.occurredAt.toISOString(),
  message,
  data: row.data,
});
