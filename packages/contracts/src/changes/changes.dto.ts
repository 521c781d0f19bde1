import { Cursor, Optional, QueryWhole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

export class ListChangesQuery {
  /** The `cursor` of the answer before; absent, the answer is only where things stand now. */
  @Optional()
  @Cursor()
  after?: string;

  /** How many events are looked through for one answer. */
  @Optional()
  @QueryWhole(1, LIMITS.changesMax)
  limit?: number;
}
