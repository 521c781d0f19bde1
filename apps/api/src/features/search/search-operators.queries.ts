import type { Actor } from '@baton/domain/permissions/actor';
import {
  SEARCH_OPERATORS,
  type SearchComparison,
  type SearchOperator,
  type SearchOperatorName,
} from '@baton/domain/search/search-query';
import { containing, type SqlParameters } from '../../platform/database/sql-parameters.js';

interface Asked {
  value: string;
  comparison: SearchComparison;
  actor: Actor;
  parameters: SqlParameters;
}

type Rule = (asked: Asked) => string;

const equal =
  (column: string): Rule =>
  ({ value, parameters }) =>
    `${column} = ${parameters.add(value)}`;

/** `me` for the actor, `none` for nobody, otherwise whatever has the name. */
const idIn =
  (column: string, named: Rule): Rule =>
  (asked) => {
    if (asked.value === 'none') return `${column} IS NULL`;
    if (asked.value === 'me') return `${column} = ${asked.parameters.add(asked.actor.userId)}::uuid`;
    return `${column} = ANY(ARRAY(${named(asked)}))`;
  };

const called = (column: string, { value, parameters }: Asked): string =>
  `unaccent(${column}) ILIKE unaccent(${parameters.add(containing(value))})`;
const ofTenant = (alias: string, { actor, parameters }: Asked): string =>
  `${alias}.tenant_id = ${parameters.add(actor.tenantId)}`;

/** Addresses are for those who may read the directory. */
const people = (asked: Asked): string => {
  const byAddress = asked.actor.permissions.has('user.read') ? ` OR ${called('u.email', asked)}` : '';
  return `SELECT u.id FROM users u WHERE ${ofTenant('u', asked)} AND (${called('u.name', asked)}${byAddress})`;
};
const teams = (asked: Asked): string =>
  `SELECT g.id FROM teams g WHERE ${ofTenant('g', asked)} AND ${called('g.name', asked)}`;
const categories = (asked: Asked): string => `
  WITH RECURSIVE below AS (
    SELECT c.id FROM categories c WHERE ${ofTenant('c', asked)} AND ${called('c.name', asked)}
    UNION SELECT c.id FROM below JOIN categories c ON ${ofTenant('c', asked)} AND c.parent_id = below.id
  ) SELECT id FROM below`;

/** Days begin at the reader's midnight. `:` is the whole day. */
const DAY_BOUNDS: Record<SearchComparison, (column: string, day: (offset: number) => string) => string> = {
  ':': (column, day) => `(${column} >= ${day(0)} AND ${column} < ${day(1)})`,
  '>': (column, day) => `${column} >= ${day(1)}`,
  '>=': (column, day) => `${column} >= ${day(0)}`,
  '<': (column, day) => `${column} < ${day(0)}`,
  '<=': (column, day) => `${column} < ${day(1)}`,
};

const onDay =
  (column: (actor: Actor) => string, always?: SearchComparison): Rule =>
  ({ value, comparison, actor, parameters }) => {
    const zone = `(SELECT u.time_zone FROM users u WHERE u.tenant_id = ${parameters.add(actor.tenantId)} AND u.id = ${parameters.add(actor.userId)})`;
    const day = (offset: number) => `((${parameters.add(value)}::date + ${offset})::timestamp AT TIME ZONE ${zone})`;
    return DAY_BOUNDS[always ?? comparison](column(actor), day);
  };

/** When the ticket last changed as far as the reader can tell: notes do not count for employees. */
export const changedAt = (actor: Actor): string =>
  actor.permissions.has('ticket.readAll') ? 't.updated_at' : 't.public_updated_at';
const createdAt = () => 't.created_at';

/** `has` and `in` are absent: they speak of a ticket's documents. */
const RULES: { [K in SearchOperatorName]?: Rule } = {
  status: equal('t.status'),
  priority: equal('t.priority'),
  from: idIn('t.requester_id', people),
  assignee: idIn('t.assignee_id', people),
  team: idIn('t.team_id', teams),
  category: idIn('t.category_id', categories),
  tag: ({ value, parameters }) =>
    `(t.tags <> '{}' AND t.tags && ARRAY[${parameters.add(value)}, lower(${parameters.add(value)})])`,
  created: onDay(createdAt),
  updated: onDay(changedAt),
  before: onDay(createdAt, '<'),
  after: onDay(createdAt, '>='),
};
const NAMES: { [K in SearchOperatorName]?: Rule } = {
  from: people,
  assignee: people,
  team: teams,
  category: categories,
};

/** Values of one operator are alternatives, as in the filters of a list; days are bounds that hold together. */
const isBound = (name: SearchOperatorName): boolean => SEARCH_OPERATORS[name] === 'day';

/** The operators as conditions over the alias `t` of tickets, which all hold together. */
export function operatorConditions(
  actor: Actor,
  operators: readonly SearchOperator[],
  parameters: SqlParameters,
): string[] {
  const groups = new Map<string, { negated: boolean; alternatives: string[] }>();
  for (const [place, { name, negated, ...asked }] of operators.entries()) {
    const condition = RULES[name]?.({ ...asked, actor, parameters });
    if (!condition) continue;
    const key = `${name} ${negated} ${isBound(name) ? place : ''}`;
    const group = groups.get(key) ?? { negated, alternatives: [] };
    group.alternatives.push(condition);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ negated, alternatives }) => {
    const any = `(${alternatives.join(' OR ')})`;
    return negated ? `NOT coalesce(${any}, false)` : any;
  });
}

/** Finds the operators whose name nobody and nothing has: a column of booleans, in their order. */
export function nobodyCalled(actor: Actor, operators: readonly SearchOperator[], parameters: SqlParameters): string {
  const isUnknown = ({ name, comparison, value }: SearchOperator): string => {
    const named = value === 'me' || value === 'none' ? undefined : NAMES[name];
    return named ? `NOT EXISTS (${named({ value, comparison, actor, parameters })})` : 'false';
  };
  return `SELECT unnest(ARRAY[${operators.map(isUnknown).join(', ')}]::boolean[]) AS unknown`;
}
