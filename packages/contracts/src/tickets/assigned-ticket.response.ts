import { Nested, Nullable, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { TicketResponse } from './tickets.response.js';

/** Where somebody stands who was given more than they are meant to have. */
export class OverCapacityResponse {
  /** With the ticket just given. */
  @Whole(0, 2_147_483_647)
  active: number;

  @Whole(0, LIMITS.capacityMax)
  capacity: number;
}

export class AssignedTicketResponse extends TicketResponse {
  /** By hand somebody may be given more than their capacity; then this says so. */
  @Nullable()
  @Nested(() => OverCapacityResponse)
  overCapacity: OverCapacityResponse | null;
}
