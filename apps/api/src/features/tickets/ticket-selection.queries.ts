import type { ListTicketsQuery } from '@baton/contracts/tickets/tickets.dto';
import type { Actor } from '@baton/domain/permissions/actor';
import type { SqlParameters } from '../../platform/database/sql-parameters.js';
import { filtersOf } from './ticket-filters.queries.js';
import { visibleParts } from './ticket-visibility.queries.js';

interface Wish {
  /** Over the alias `t`. */
  columns: string;
  /** A further condition over `t`. */
  where?: string;
  /** `ORDER BY … LIMIT …` over `t`: then each part gives its first ones. */
  tail?: string;
}

/** The tickets the actor sees that match, each once: a statement to select from. */
export function selectTickets(actor: Actor, query: ListTicketsQuery, parameters: SqlParameters, wish: Wish): string {
  const { columns, where = 'true', tail = '' } = wish;
  const tenant = parameters.add(actor.tenantId);
  const filters = filtersOf(actor, query, parameters);
  const parts = visibleParts(actor, parameters).map((visible) => {
    const conditions = [`t.tenant_id = ${tenant}`, visible, ...filters, where];
    return `(SELECT ${columns} FROM tickets_of_tenant t WHERE ${conditions.join(' AND ')} ${tail})`;
  });
  return parts.join(' UNION ALL ');
}
