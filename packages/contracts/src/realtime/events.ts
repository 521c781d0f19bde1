import type { Availability } from '@baton/domain/assignment/facts';
import type { BulkState } from '../bulk-edits/bulk-edits.response.js';
import type { MessageResponse, TimelineEntryResponse } from '../conversation/conversation.response.js';
import type { ErrorCode } from '../http/errors.js';
import type { NotificationResponse } from '../notifications/notifications.response.js';
import type { TicketRoomDto, TypingDto } from './realtime.dto.js';

export interface Presence {
  userId: string;
  name: string;
  state: 'viewing' | 'editing';
}

/** What the server sends. The names are Socket.IO event names. */
export interface ServerEvents {
  /** After commit, in order per ticket; may repeat. A hole in `seq` means: pull `GET /tickets/:id/timeline?after=`. */
  'timeline.appended': (event: { ticketId: string; seq: number; entry: TimelineEntryResponse }) => void;
  /** Fields of a ticket changed, or a ticket appeared (`changed: ['created']`). */
  'ticket.changed': (event: { ticketId: string; version: number; changed: string[] }) => void;
  /** The same of many at once. */
  'tickets.changed': (event: { tickets: { ticketId: string; version: number }[]; changed: string[] }) => void;
  /** A message the reader may have was edited or redacted; this is how it reads now. */
  'message.changed': (event: { ticketId: string; message: MessageResponse }) => void;
  /** To the reader's own connections: the ticket was read up to `seq`, in the reader's numbering. */
  'ticket.read': (event: { ticketId: string; seq: number }) => void;
  /** `unread` is how many there are now, this one included. */
  'notification.created': (event: { notification: NotificationResponse; unread: number }) => void;
  /** To the reader's own connections: these were read, or all of them when `ids` is null. */
  'notifications.read': (event: { ids: string[] | null; unread: number }) => void;
  /** To its author: how far a bulk edit is, or its undo. */
  'bulk_edit.progressed': (event: {
    id: string;
    state: BulkState;
    total: number;
    done: number;
    failed: number;
  }) => void;
  'presence.changed': (event: { ticketId: string; people: Presence[] }) => void;
  'ticket.typing': (event: { ticketId: string; userId: string; name: string; internal: boolean }) => void;
  /** To the desk: somebody came, left, or chose. */
  'availability.changed': (event: { userId: string; availability: Availability }) => void;
  /** To admins: how many registrations wait now. */
  'registrations.changed': (event: { pending: number }) => void;
  /** Before the server cuts a connection whose session ended. */
  'session.ended': (event: { reason: 'signed_out' | 'suspended' | 'changed' }) => void;
}

/** The answer of `ticket.join`: `seq` is the last number of the reader's timeline. */
export type JoinAck = { ok: true; seq: number } | { ok: false; code: ErrorCode };

/** What the client sends. Presence is kept by joining and by a `ticket.typing` now and then. */
export interface ClientEvents {
  'ticket.join': (room: TicketRoomDto, ack: (answer: JoinAck) => void) => void;
  'ticket.leave': (room: TicketRoomDto) => void;
  'ticket.typing': (typing: TypingDto) => void;
}
