import { Nested, Optional, Uuids } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';
import { TicketChangesDto } from '../tickets/ticket-changes.dto.js';
import { TicketFilters } from '../tickets/ticket-filters.dto.js';

/** Either ids or filters. */
export class BulkSelectionDto {
  @Optional()
  @Uuids(LIMITS.bulkIdsMax)
  ids?: string[];

  /** Every ticket the list would show under these filters and that I work on; `{}` = all of them. */
  @Optional()
  @Nested(() => TicketFilters)
  filters?: TicketFilters;
}

export class StartBulkEditDto {
  @Nested(() => BulkSelectionDto)
  selection: BulkSelectionDto;

  @Nested(() => TicketChangesDto)
  changes: TicketChangesDto;
}
