import { MACRO_SCOPES, type MacroScope } from '@baton/domain/macros/macro-policy';
import { Flag, Instant, Line, Nested, NestedList, Nullable, OneOf, Text, Uuid } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { TicketChangesDto } from '../tickets/ticket-changes.dto.js';
import { MacroActionsDto } from './macros.dto.js';

export class MacroCapabilitiesResponse {
  @Flag()
  edit: boolean;
}

export class MacroResponse {
  @Uuid()
  id: string;

  @Line(LIMITS.nameMax)
  name: string;

  @OneOf(MACRO_SCOPES)
  scope: MacroScope;

  @Nullable()
  @Uuid()
  teamId: string | null;

  /** Sanitized HTML with its variables. */
  @Text(LIMITS.richTextMax * 2)
  body: string;

  @Flag()
  internal: boolean;

  @Nested(() => MacroActionsDto)
  actions: MacroActionsDto;

  @Instant()
  updatedAt: string;

  @Nested(() => MacroCapabilitiesResponse)
  can: MacroCapabilitiesResponse;
}

export class MacroListResponse {
  /** By name. */
  @NestedList(() => MacroResponse)
  items: MacroResponse[];
}

/** A macro as it would be used on a ticket now. */
export class MacroPreviewResponse {
  /** Sanitized HTML, every variable filled in. */
  @Text(LIMITS.richTextMax * 4)
  body: string;

  @Flag()
  internal: boolean;

  /** Ready to be sent as a message's `changes`. */
  @Nested(() => TicketChangesDto)
  changes: TicketChangesDto;
}
