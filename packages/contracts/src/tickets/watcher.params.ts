import { Uuid } from '../http/fields.js';
import { TicketParams } from '../http/params.js';

export class WatcherParams extends TicketParams {
  @Uuid()
  userId: string;
}
