import { Instant, Line, Optional, QueryIds } from '../http/fields.js';

export class AnalyticsQuery {
  /** Start of the period, inclusive. */
  @Instant()
  from: string;

  /** End of the period, exclusive. At most 366 days after `from`. */
  @Instant()
  to: string;

  /** IANA zone whose midnights divide the days. */
  @Optional()
  @Line(60)
  timeZone?: string;

  @Optional()
  @QueryIds()
  team?: string[];
}
