import { Flag, Optional, QueryFlag, Uuids } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

export class ListNotificationsQuery extends PageQuery {
  /** Only those not read yet. */
  @Optional()
  @QueryFlag()
  unread?: boolean;
}

export class ReadNotificationsDto {
  @Optional()
  @Uuids()
  ids?: string[];

  /** Every one there is. */
  @Optional()
  @Flag()
  all?: boolean;
}
