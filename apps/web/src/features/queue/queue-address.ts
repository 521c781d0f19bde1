import { DEFAULT_VIEW, isView, type QueueFilters } from './queue-views';

const LISTS = ['status', 'priority', 'assignee', 'requester', 'team', 'category', 'tag'] as const;
/** Either asked for, or absent. */
const FLAGS = ['overdue'] as const;
/** Lists whose values may hold a comma, so each stands alone. */
const WHOLE_LISTS = ['cf'] as const;
const SINGLES = [
  'q',
  'sort',
  'createdAfter',
  'createdBefore',
  'respondedAfter',
  'respondedBefore',
  'resolvedAfter',
  'resolvedBefore',
  'openAt',
] as const;

export type FilterName =
  | (typeof LISTS)[number]
  | (typeof WHOLE_LISTS)[number]
  | (typeof FLAGS)[number]
  | (typeof SINGLES)[number];

const isList = (name: FilterName) => !([...SINGLES, ...FLAGS] as readonly string[]).includes(name);
const isFlag = (name: FilterName) => (FLAGS as readonly string[]).includes(name);

/** `list`: rows beside the open ticket. `table`: rows with columns, until a ticket is open. `board`: by status. */
export const LAYOUTS = ['list', 'table', 'board'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What the address of the queue says. */
export interface QueueAddress {
  /** Null: no view, only the filters, exactly as a link from elsewhere gave them. */
  view: string | null;
  /** Null: as the view or the reader likes it. */
  layout: Layout | null;
  /** In place of the view's own. An empty one takes the view's away. */
  filters: QueueFilters;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const withoutEmpty = (filters: QueueFilters): QueueFilters =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => !isEmpty(value))) as QueueFilters;

function readFilter(params: URLSearchParams, name: FilterName): string | string[] | boolean | undefined {
  if (!params.has(name)) return undefined;
  if (isFlag(name)) return params.get(name) === 'true' || '';
  if (!isList(name)) return params.get(name) ?? '';
  const values = params.getAll(name);
  const each = (WHOLE_LISTS as readonly string[]).includes(name) ? values : values.flatMap((value) => value.split(','));
  return each.filter((value) => value !== '');
}

export function readAddress(params: URLSearchParams): QueueAddress {
  const filters: Record<string, unknown> = {};
  for (const name of [...LISTS, ...WHOLE_LISTS, ...FLAGS, ...SINGLES]) {
    const value = readFilter(params, name);
    if (value !== undefined) filters[name] = value;
  }
  const narrows = Object.entries(filters).some(([name, value]) => name !== 'sort' && !isEmpty(value));
  const view = params.get('view');
  return {
    view: view !== null && isView(view) ? view : narrows ? null : DEFAULT_VIEW,
    layout: LAYOUTS.find((layout) => layout === params.get('layout')) ?? null,
    filters,
  };
}

export function writeAddress({ view, layout, filters }: QueueAddress): URLSearchParams {
  const params = new URLSearchParams();
  if (view !== null) params.set('view', view);
  if (layout !== null) params.set('layout', layout);
  for (const [name, value] of Object.entries(filters)) {
    const values = Array.isArray(value) && value.length > 0 ? value : [isEmpty(value) ? '' : value];
    for (const each of values) params.append(name, String(each));
  }
  return params;
}

/** What to ask the server for: the view, narrowed by the filters. A filter of the same name takes the view's place. */
export const queryOf = (base: QueueFilters, { filters }: QueueAddress): QueueFilters =>
  withoutEmpty({ ...base, ...filters });

const asText = (value: unknown): string =>
  isEmpty(value) ? '' : JSON.stringify(Array.isArray(value) ? [...value].sort() : value);

/** Whether both choose the same tickets in the same order. */
export const isSame = (one: QueueFilters, other: QueueFilters): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (name) => asText(one[name as FilterName]) === asText(other[name as FilterName]),
  );

/**
 * The address with one filter set, or without it.
 * @param own what the view itself says and lets its reader take away
 */
export function withFilter<N extends FilterName>(
  address: QueueAddress,
  name: N,
  value: QueueFilters[N] | undefined,
  own: QueueFilters = {},
): QueueAddress {
  const { [name]: _old, ...rest } = address.filters;
  if (asText(value) === asText(own[name])) return { ...address, filters: rest as QueueFilters };
  const next = isEmpty(value) ? (isList(name) ? [] : '') : value;
  return { ...address, filters: { ...rest, [name]: next } as QueueFilters };
}

/** The list's own order needs no word. */
const DEFAULT_SORT = '-updatedAt';

/** The address with several filters set; empty ones are taken away. */
export const withFilters = (
  address: QueueAddress,
  changes: Partial<QueueFilters>,
  own: QueueFilters = {},
): QueueAddress =>
  Object.entries(changes).reduce((next, [name, value]) => {
    const says = name === 'sort' && value === DEFAULT_SORT && !own.sort ? undefined : value;
    return withFilter(next, name as FilterName, says as never, own);
  }, address);
