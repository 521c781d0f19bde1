import type { MessageResponse, TimelineEntryResponse } from '@baton/contracts/conversation/conversation.response';
import type { AttachmentResponse } from '@baton/contracts/files/files.response';
import { messageCapabilities } from '@baton/domain/conversation/message-policy';
import type { Actor } from '@baton/domain/permissions/actor';
import type { TicketStatus } from '@baton/domain/tickets/ticket-status';
import { type PersonRow, presentPerson } from '../users/person.presenter.js';
import type { FreshMessage } from './fresh-messages.service.js';

/** A message as SQL answers it, of a timeline entry that may carry none. */
interface MessageRow {
  ticketId: string;
  /** In the reader's own numbering. */
  seq: number;
  occurredAt: Date;
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

/** A timeline entry as SQL answers it, with its message when it carries one. */
export interface EntryRow extends MessageRow {
  id: string;
  /** Null for what employees do not see. */
  publicSeq: number | null;
  type: string;
  data: Record<string, unknown>;
}

type Carried = { messageId: string; actor: PersonRow };

/** A message just written, in the same form. */
export const freshRow = (
  { message, author }: FreshMessage,
  around: Pick<MessageRow, 'seq' | 'ticketStatus'>,
): MessageRow & Carried => ({
  ...around,
  ticketId: message.ticketId,
  occurredAt: message.createdAt,
  actor: author,
  messageId: message.id,
  livesIn: message.ticketId,
  sentAt: message.createdAt,
  internal: message.internal,
  bodyHtml: message.bodyHtml,
  bodyText: message.bodyText,
  clientId: message.clientId,
  editedAt: message.editedAt,
  redactedAt: message.redactedAt,
  hasFiles: false,
});

/** @returns null for an entry without a message, or with one that is on another ticket now */
export function presentCarried(
  reader: Actor,
  row: MessageRow,
  files: Map<string, AttachmentResponse[]>,
): MessageResponse | null {
  const { messageId, actor } = row;
  if (messageId === null || actor === null || row.livesIn !== row.ticketId) return null;
  return presentMessage(reader, { ...row, messageId, actor }, files.get(messageId));
}

/** @param reader the system when several people will read it */
export const presentMessage = (
  reader: Actor,
  row: MessageRow & Carried,
  attachments: AttachmentResponse[] = [],
): MessageResponse => ({
  id: row.messageId,
  ticketId: row.ticketId,
  seq: row.seq,
  internal: row.internal ?? false,
  body: row.bodyHtml ?? '',
  text: row.bodyText ?? '',
  author: presentPerson(row.actor),
  attachments,
  clientId: row.clientId,
  createdAt: (row.sentAt ?? row.occurredAt).toISOString(),
  editedAt: row.editedAt?.toISOString() ?? null,
  redactedAt: row.redactedAt?.toISOString() ?? null,
  can: reader.kind === 'system' ? null : messageCapabilities(reader, factsOf(row, row.actor.id)),
  mergedInto: null,
  followUp: null,
});

const factsOf = ({ redactedAt, ticketStatus }: MessageRow, authorId: string) => ({
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
