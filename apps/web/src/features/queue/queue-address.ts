import { DEFAULT_VIEW, type QueueFilters, viewFilters } from './queue-views';

const LISTS = ['status', 'priority', 'assignee', 'requester', 'team', 'category', 'tag'] as const;
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

export type FilterName = (typeof LISTS)[number] | (typeof SINGLES)[number];

/** What the address of the queue says. */
export interface QueueAddress {
  /** Null: no view, only the filters, exactly as a link from elsewhere gave them. */
  view: string | null;
  filters: QueueFilters;
}

export function readAddress(params: URLSearchParams): QueueAddress {
  const filters: Record<string, unknown> = {};
  for (const name of LISTS) {
    const values = params.getAll(name).flatMap((value) => value.split(','));
    if (values.length > 0) filters[name] = values;
  }
  for (const name of SINGLES) {
    const value = params.get(name);
    if (value !== null && value !== '') filters[name] = value;
  }
  const narrows = Object.keys(filters).some((name) => name !== 'sort');
  const view = params.get('view');
  return { view: view ?? (narrows ? null : DEFAULT_VIEW), filters };
}

export function writeAddress({ view, filters }: QueueAddress): URLSearchParams {
  const params = new URLSearchParams();
  if (view !== null) params.set('view', view);
  for (const [name, value] of Object.entries(filters)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined) params.append(name, String(each));
  }
  return params;
}

/** What to ask the server for: the view, narrowed by the filters. A filter of the same name takes the view's place. */
export const queryOf = ({ view, filters }: QueueAddress, now: Date, timeZone: string): QueueFilters => ({
  ...(view === null ? {} : viewFilters(view, now, timeZone)),
  ...filters,
});

/** The address with one filter set, or without it. */
export const withFilter = <N extends FilterName>(
  { view, filters }: QueueAddress,
  name: N,
  value: QueueFilters[N] | undefined,
): QueueAddress => {
  const { [name]: _old, ...rest } = filters;
  return { view, filters: (value === undefined ? rest : { ...rest, [name]: value }) as QueueFilters };
};
