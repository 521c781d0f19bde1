import { Flag, Optional, Uuid } from '../http/fields.js';

export class TicketRoomDto {
  @Uuid()
  ticketId: string;
}

export class TypingDto extends TicketRoomDto {
  /** Typing a note: only coordinators hear of it. */
  @Optional()
  @Flag()
  internal?: boolean;
}
