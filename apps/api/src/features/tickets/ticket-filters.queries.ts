import type { ListTicketsQuery } from '@baton/contracts/tickets/tickets.dto';
import { type FieldCondition, parseFieldCondition } from '@baton/domain/custom-fields/field-condition';
import type { Actor } from '@baton/domain/permissions/actor';
import { ACTIVE_STATUSES, STATUSES, type TicketStatus } from '@baton/domain/tickets/ticket-status';
import type { SqlParameters } from '../../platform/database/sql-parameters.js';
import { readSearch, searchFilter } from '../search/search-filter.queries.js';
import { workableBy } from './ticket-visibility.queries.js';

type Filter = (value: never, parameters: SqlParameters, actor: Actor) => string;

/** One value is asked for by `=`, after which an index goes on in the list's order. */
const among = (column: string, values: string[], parameters: SqlParameters, type: 'text' | 'uuid'): string =>
  values.length === 1
    ? `${column} = ${parameters.add(values[0])}::${type}`
    : `${column} = ANY(${parameters.add(values)}::${type}[])`;

const anyOf =
  (column: string) =>
  (values: string[], parameters: SqlParameters): string =>
    among(column, values, parameters, 'text');

/** Written out, from the table of statuses: so the planner sees when they are all active, and takes those indexes. */
const statuses = (wanted: TicketStatus[]): string =>
  `t.status IN (${STATUSES.filter((status) => wanted.includes(status))
    .map((status) => `'${status}'`)
    .join(', ')})`;

/** Ids, `me` for the actor and `none` for nobody. */
const idsOf =
  (column: string) =>
  (values: string[], parameters: SqlParameters, actor: Actor): string => {
    const ids = values.filter((value) => value !== 'none').map((value) => (value === 'me' ? actor.userId : value));
    if (ids.length === 0) return `${column} IS NULL`;
    const some = among(column, ids as string[], parameters, 'uuid');
    return values.includes('none') ? `(${column} IS NULL OR ${some})` : some;
  };

/** Operators that reach an index only through a view of the tenant (see `tenantView`). */
const tagged = (values: string[], parameters: SqlParameters): string =>
  `(t.tags <> '{}' AND t.tags && ${parameters.add(values)}::text[])`;

const NUMBER = /^-?\d{1,16}(?:\.\d{1,16})?$/;

/** Equality as containment, which has an index: of the text, and of the number when it reads like one. */
function fieldEquals({ fieldId, value }: FieldCondition, parameters: SqlParameters): string {
  const values: unknown[] = NUMBER.test(value) ? [value, Number(value)] : [value];
  const holds = values.map(
    (each) => `t.custom_fields @> ${parameters.add(JSON.stringify({ [fieldId]: each }))}::jsonb`,
  );
  return `(${holds.join(' OR ')})`;
}

/** Only of tickets the actor works on: whoever merely sees one could ask for its values one by one. */
function fields(conditions: string[], parameters: SqlParameters, actor: Actor): string {
  const parts = conditions.map((text) => {
    const condition = parseFieldCondition(text);
    if (condition?.operator === 'eq') return fieldEquals(condition, parameters);
    return `field_matches(t.custom_fields, ${parameters.add(text)})`;
  });
  return ["t.custom_fields <> '{}'", workableBy(actor, parameters), ...parts].join(' AND ');
}

/** Of tickets the actor works on: nobody else is told. Written out, for the index of what is overdue. */
function overdue(wanted: boolean, parameters: SqlParameters, actor: Actor): string {
  return `(${wanted ? '' : 'NOT '}t.overdue AND ${workableBy(actor, parameters)})`;
}

const compare =
  (column: string, operator: '>=' | '<') =>
  (instant: string, parameters: SqlParameters): string =>
    `${column} ${operator} ${parameters.add(instant)}::timestamptz`;

/** The status a ticket had at an instant: its last recorded change by then, `new` before any. */
const statusAt = (instant: string): string => `coalesce((
  SELECT e.data->>'to' FROM events e
  WHERE e.tenant_id = t.tenant_id AND e.ticket_id = t.id AND e.type = 'ticket.status_changed' AND e.occurred_at <= ${instant}
  ORDER BY e.seq DESC LIMIT 1), 'new')`;

export const ENDED = `('resolved', 'closed', 'withdrawn')`;

/** Query parameter → condition over the alias `t`. Parameters that are no filters are absent. */
const FILTERS: { [K in keyof ListTicketsQuery]?: Filter } = {
  ids: ((ids: string[], parameters) => among('t.id', ids, parameters, 'uuid')) as Filter,
  status: statuses as Filter,
  priority: anyOf('t.priority') as Filter,
  assignee: idsOf('t.assignee_id') as Filter,
  requester: idsOf('t.requester_id') as Filter,
  team: idsOf('t.team_id') as Filter,
  category: idsOf('t.category_id') as Filter,
  overdue: overdue as Filter,
  tag: tagged as Filter,
  cf: fields as Filter,
  q: ((text: string, parameters, actor) => searchFilter(actor, readSearch(text), parameters)) as Filter,
  createdAfter: compare('t.created_at', '>=') as Filter,
  createdBefore: compare('t.created_at', '<') as Filter,
  respondedAfter: compare('t.first_responded_at', '>=') as Filter,
  respondedBefore: compare('t.first_responded_at', '<') as Filter,
  resolvedAfter: compare('t.resolved_at', '>=') as Filter,
  resolvedBefore: compare('t.resolved_at', '<') as Filter,
  openAt: ((instant: string, parameters) => {
    const at = `${parameters.add(instant)}::timestamptz`;
    // What was open then still is, or has changed since: few tickets, found by index, whose history is looked into.
    const candidate = `(t.status = ANY(${parameters.add(ACTIVE_STATUSES)}) OR t.updated_at >= ${at})`;
    return `(t.created_at <= ${at} AND ${candidate} AND ${statusAt(at)} NOT IN ${ENDED})`;
  }) as Filter,
};

/** The conditions of a list's filters, each value as a parameter. */
export const filtersOf = (actor: Actor, query: ListTicketsQuery, parameters: SqlParameters): string[] =>
  (Object.entries(FILTERS) as [keyof ListTicketsQuery, Filter][])
    .filter(([name]) => query[name] !== undefined)
    .map(([name, filter]) => filter(query[name] as never, parameters, actor));
