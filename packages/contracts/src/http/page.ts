import { Cursor, Optional, QueryWhole } from './fields.js';
import { LIMITS } from './limits.js';

/** `?limit=&cursor=` of every list. */
export class PageQuery {
  @Optional()
  @QueryWhole(1, LIMITS.pageMax)
  limit?: number;

  @Optional()
  @Cursor()
  cursor?: string;
}

/** A list: `nextCursor` is null on the last page. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
