import { Text } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { PageQuery } from '../http/page.js';

export class SearchQuery extends PageQuery {
  /** Words, "phrases", pre* and operators such as `status:open from:"Ana Li"`. A word still being typed counts as a prefix. */
  @Text(LIMITS.searchMax, 1)
  q: string;
}
