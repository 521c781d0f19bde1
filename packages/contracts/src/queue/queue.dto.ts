import { VIEW_LAYOUTS, VIEW_SCOPES, type ViewLayout, type ViewScope } from '@baton/domain/queue/views';
import { Line, Nested, Nullable, OneOf, Optional, Text, Uuid } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { TicketFilters } from '../tickets/ticket-filters.dto.js';
import { TICKET_SORTS, type TicketSort } from '../tickets/ticket-sorts.js';

export class CreateViewDto {
  @Line(LIMITS.nameMax)
  name: string;

  @OneOf(VIEW_SCOPES)
  scope: ViewScope;

  /** Whose view it is; for the scope `team` only. */
  @Nullable()
  @Uuid()
  teamId?: string | null;

  @Nested(() => TicketFilters)
  filters: TicketFilters;

  @Nullable()
  @OneOf(TICKET_SORTS)
  sort?: TicketSort | null;

  @Optional()
  @OneOf(VIEW_LAYOUTS)
  layout?: ViewLayout;
}

export class UpdateViewDto {
  @Optional()
  @Line(LIMITS.nameMax)
  name?: string;

  @Optional()
  @OneOf(VIEW_SCOPES)
  scope?: ViewScope;

  @Nullable()
  @Uuid()
  teamId?: string | null;

  @Optional()
  @Nested(() => TicketFilters)
  filters?: TicketFilters;

  @Nullable()
  @OneOf(TICKET_SORTS)
  sort?: TicketSort | null;

  @Optional()
  @OneOf(VIEW_LAYOUTS)
  layout?: ViewLayout;
}

export class ListTagsQuery {
  /** What the tag begins with. */
  @Optional()
  @Text(LIMITS.tagMax)
  q?: string;
}
