import { MACRO_SCOPES, type MacroScope } from '@baton/domain/macros/macro-policy';
import { Flag, IdOr, Line, Nested, Nullable, OneOf, Optional, Text, Uuid } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { TicketParams } from '../http/params.js';
import { TicketTriageDto } from '../tickets/ticket-changes.dto.js';

/** What a macro changes on the ticket it is used on. */
export class MacroActionsDto extends TicketTriageDto {
  /** `me`: whoever uses the macro; null returns the ticket to the pool. */
  @Nullable()
  @IdOr('me')
  assignee?: string | null;
}

export class CreateMacroDto {
  @Line(LIMITS.nameMax)
  name: string;

  @OneOf(MACRO_SCOPES)
  scope: MacroScope;

  /** Only members of this team are offered a macro of everyone. */
  @Nullable()
  @Uuid()
  teamId?: string | null;

  /** Rich text with variables such as `{{requester.firstName}}`; may be empty when there are actions. */
  @Text(LIMITS.richTextMax)
  body: string;

  /** Makes a note, not a reply. */
  @Optional()
  @Flag()
  internal?: boolean;

  @Optional()
  @Nested(() => MacroActionsDto)
  actions?: MacroActionsDto;
}

export class UpdateMacroDto {
  @Optional()
  @Line(LIMITS.nameMax)
  name?: string;

  @Optional()
  @OneOf(MACRO_SCOPES)
  scope?: MacroScope;

  @Nullable()
  @Uuid()
  teamId?: string | null;

  @Optional()
  @Text(LIMITS.richTextMax)
  body?: string;

  @Optional()
  @Flag()
  internal?: boolean;

  /** Replaces all of them. */
  @Optional()
  @Nested(() => MacroActionsDto)
  actions?: MacroActionsDto;
}

export class MacroPreviewParams extends TicketParams {
  @Uuid()
  macroId: string;
}
