import { IsNumber, Min } from 'class-validator';
import { Instant, Nested, NestedList, Nullable, Text, Whole } from '../http/fields.js';

/** One number and the ticket list it counts. */
export class FigureResponse {
  /** Count, or seconds for durations; null when there is nothing to measure. */
  @Nullable()
  @IsNumber()
  @Min(0)
  value: number | null;

  /** How many tickets stand behind the number. */
  @Whole(0, Number.MAX_SAFE_INTEGER)
  tickets: number;

  /** The query string of `GET /api/tickets` (and of the queue page) that lists exactly those tickets. */
  @Text(2000)
  filter: string;
}

export class DayResponse {
  /** Local midnight at which the day starts. */
  @Instant()
  from: string;

  @Instant()
  to: string;

  @Nested(() => FigureResponse)
  created: FigureResponse;

  @Nested(() => FigureResponse)
  resolved: FigureResponse;

  /** Open at the end of the day (or now, for the running day). */
  @Nested(() => FigureResponse)
  backlog: FigureResponse;
}

/** The same five figures, for one category, priority, or coordinator. */
export class BreakdownRowResponse {
  /** Id or priority; null = none. */
  @Nullable()
  @Text(60)
  key: string | null;

  @Text(1000)
  name: string;

  @Nested(() => FigureResponse)
  created: FigureResponse;

  @Nested(() => FigureResponse)
  resolved: FigureResponse;

  @Nested(() => FigureResponse)
  backlog: FigureResponse;

  /** Median seconds from creation to the first public coordinator message, over tickets first answered in the period. */
  @Nested(() => FigureResponse)
  firstResponse: FigureResponse;

  /** Median seconds from creation to resolution, over tickets resolved in the period. */
  @Nested(() => FigureResponse)
  resolution: FigureResponse;
}

export class AnalyticsResponse {
  /** All tickets of the period, in the breakdown's shape. */
  @Nested(() => BreakdownRowResponse)
  total: BreakdownRowResponse;

  /** The same for the period of equal length before. */
  @Nested(() => BreakdownRowResponse)
  before: BreakdownRowResponse;

  /** Seconds below which 90 % lie. */
  @Nested(() => FigureResponse)
  firstResponseP90: FigureResponse;

  @Nested(() => FigureResponse)
  resolutionP90: FigureResponse;

  @NestedList(() => DayResponse, 400)
  days: DayResponse[];

  @NestedList(() => BreakdownRowResponse)
  byCategory: BreakdownRowResponse[];

  @NestedList(() => BreakdownRowResponse)
  byPriority: BreakdownRowResponse[];

  @NestedList(() => BreakdownRowResponse)
  byCoordinator: BreakdownRowResponse[];
}
