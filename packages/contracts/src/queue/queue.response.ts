import { VIEW_LAYOUTS, VIEW_SCOPES, type ViewLayout, type ViewScope } from '@baton/domain/queue/views';
import { Flag, Line, Nested, NestedList, Nullable, OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { TicketFilters } from '../tickets/ticket-filters.dto.js';
import { TICKET_SORTS, type TicketSort } from '../tickets/ticket-sorts.js';

export class ViewCapabilitiesResponse {
  /** Rename, change, share or delete it. */
  @Flag()
  edit: boolean;
}

/** One of the queue's views. */
export class QueueViewResponse {
  /** `mine`, `unassigned`, `overdue`, `open`, `waiting`, `resolved_today`, `team:<team id>`, or `view:<id>` of a saved one. */
  @Text(60)
  key: string;

  /** Null for those that the interface names. */
  @Nullable()
  @Text(LIMITS.nameMax)
  name: string | null;

  /** How many tickets the reader sees in it, exactly. Null for views with words to search for: counting hits is searching. */
  @Nullable()
  @Whole(0, Number.MAX_SAFE_INTEGER)
  count: number | null;

  @OneOf(['built_in', ...VIEW_SCOPES])
  scope: 'built_in' | ViewScope;

  /** Of a saved view. */
  @Nullable()
  @Uuid()
  id: string | null;

  /** Whose tickets `team:` shows, or whose view it is. */
  @Nullable()
  @Uuid()
  teamId: string | null;

  /** As `GET /tickets` takes them. */
  @Nested(() => TicketFilters)
  filters: TicketFilters;

  /** Null: the list's own order. */
  @Nullable()
  @OneOf(TICKET_SORTS)
  sort: TicketSort | null;

  @OneOf(VIEW_LAYOUTS)
  layout: ViewLayout;

  @Nested(() => ViewCapabilitiesResponse)
  can: ViewCapabilitiesResponse;
}

/** Built-in ones first, then one per team, then saved ones by name. */
export class QueueViewsResponse {
  @NestedList(() => QueueViewResponse, 5000)
  items: QueueViewResponse[];
}

export class TagResponse {
  @Line(LIMITS.tagMax)
  tag: string;

  /** How many of the latest tagged tickets have it, among those I may work on. */
  @Whole(1, Number.MAX_SAFE_INTEGER)
  count: number;
}

/** The most used first. */
export class TagListResponse {
  @NestedList(() => TagResponse, 100)
  items: TagResponse[];
}
