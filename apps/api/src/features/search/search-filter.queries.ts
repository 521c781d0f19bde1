import type { Actor } from '@baton/domain/permissions/actor';
import { parseSearch } from '@baton/domain/search/search-query';
import type { SqlParameters } from '../../platform/database/sql-parameters.js';
import { isSought, SearchSql, type Wanted, wantedOf } from './search-match.queries.js';
import type { SearchPlan } from './search-plan.queries.js';

export const readSearch = (text: string): Wanted => wantedOf(text, parseSearch(text));

/**
 * A search as one condition over the alias `t` of tickets, for lists that have an order of their own.
 * @param plan how to get at the tickets; by the index when absent, which suits whoever needs all of them
 */
export function searchFilter(
  actor: Actor,
  wanted: Wanted,
  parameters: SqlParameters,
  plan: SearchPlan = byIndex(actor, wanted),
): string {
  const sql = new SearchSql(actor, wanted, parameters);
  const source = plan.from === 'word' ? [sql.having(plan.place)] : [];
  return [...sql.conditions(), ...source, `(SELECT m.matches FROM (${sql.match()}) m)`].join(' AND ');
}

/** Long words are rare words, as a rule. */
function byIndex(actor: Actor, { terms }: Wanted): SearchPlan {
  const sought = terms.filter(isSought);
  const longest = Math.max(0, ...sought.map(({ text }) => text.length));
  const place = sought.findIndex(({ text }) => text.length === longest);
  return place < 0 || !actor.permissions.has('ticket.readAll') ? { from: 'own' } : { from: 'word', place };
}
