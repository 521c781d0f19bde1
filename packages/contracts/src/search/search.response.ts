import { Nested, NestedList, Nullable, OneOf, Text, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { TicketSummaryResponse } from '../tickets/tickets.response.js';

/** Where the best match of a ticket is. */
export const MATCH_PLACES = ['number', 'subject', 'description', 'message', 'note', 'attachment'] as const;
export type MatchPlace = (typeof MATCH_PLACES)[number];

/** Around each match in a snippet, which holds neither otherwise. */
export const MATCH_START = '\u0001';
export const MATCH_END = '\u0002';

export class SearchHitResponse {
  @Nested(() => TicketSummaryResponse)
  ticket: TicketSummaryResponse;

  @OneOf(MATCH_PLACES)
  matchedIn: MatchPlace;

  /** Plain text around the best match, each match between `\u0001` and `\u0002`. */
  @Text(1000)
  snippet: string;

  /** Higher is better; comparable within one answer. */
  @Whole(0, 2_147_483_647)
  rank: number;
}

export const SEARCH_PROBLEMS = ['unknown_operator', 'unknown_value', 'missing_value'] as const;
export type SearchProblemCode = (typeof SEARCH_PROBLEMS)[number];

/** A part of the query that could not be followed. */
export class SearchProblemResponse {
  /** As typed, without the colon. */
  @Text(LIMITS.searchMax)
  operator: string;

  @Text(LIMITS.searchMax)
  value: string;

  @OneOf(SEARCH_PROBLEMS)
  code: SearchProblemCode;

  /** The same as a sentence. */
  @Text(1000)
  message: string;
}

export class SearchResponse {
  @NestedList(() => SearchHitResponse)
  items: SearchHitResponse[];

  /** Goes with `correctedTo` as the query, when there is one. A page may be short, or empty, and still go on. */
  @Nullable()
  @Text(400)
  nextCursor: string | null;

  /** Exact; null when there are too many to count in passing. */
  @Nullable()
  @Whole(0, Number.MAX_SAFE_INTEGER)
  total: number | null;

  /** The query that was answered instead, because nothing matched the one asked. */
  @Nullable()
  @Text(LIMITS.searchMax * 2)
  correctedTo: string | null;

  @NestedList(() => SearchProblemResponse)
  problems: SearchProblemResponse[];
}
