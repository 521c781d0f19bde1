import type { TimelineEntryResponse } from '../conversation/conversation.response.js';
import type { ErrorCode } from '../http/errors.js';
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
  'presence.changed': (event: { ticketId: string; people: Presence[] }) => void;
  'ticket.typing': (event: { ticketId: string; userId: string; name: string; internal: boolean }) => void;
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
