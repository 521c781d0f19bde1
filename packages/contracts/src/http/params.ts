import { Matches, MaxLength } from 'class-validator';
import { Uuid } from './fields.js';
import { TICKET_REF } from './patterns.js';

export class IdParams {
  @Uuid()
  id: string;
}

/** `:id` of a ticket: uuid or number. */
export class TicketParams {
  @MaxLength(36)
  @Matches(TICKET_REF, { message: 'id must be a ticket id or number' })
  id: string;
}
