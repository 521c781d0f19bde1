import type { TicketListResponse, TicketSummaryResponse } from '@baton/contracts/tickets/tickets.response';
import { priorityRank } from '@baton/domain/tickets/ticket-priority';
import type { InfiniteData } from '@tanstack/react-query';

export type Pages = InfiniteData<TicketListResponse>;
type Row = TicketSummaryResponse;

/** Whether `one` stands before `other` in that order. */
function standsBefore(one: Row, other: Row, sort = '-updatedAt'): boolean {
  const field = sort.replace('-', '') as 'updatedAt' | 'createdAt' | 'priority';
  const rank = (row: Row) => (field === 'priority' ? priorityRank(row.priority) : Date.parse(row[field]));
  const difference = rank(one) - rank(other);
  return sort.startsWith('-') ? difference > 0 : difference < 0;
}

/** The newer of two words on a ticket: answers may overtake each other. */
const newer = (known: Row, heard: Row): Row => (heard.version < known.version ? known : heard);

const mapRows = (pages: Pages, change: (rows: Row[]) => Row[]): Pages => ({
  ...pages,
  pages: pages.pages.map((page) => ({ ...page, items: change(page.items) })),
});

function inserted(pages: Pages, row: Row, sort: string | undefined): Pages {
  let placed = false;
  return mapRows(pages, (rows) => {
    const at = placed ? -1 : rows.findIndex((each) => standsBefore(row, each, sort));
    if (at < 0) return rows;
    placed = true;
    return rows.toSpliced(at, 0, row);
  });
}

function appended(pages: Pages, row: Row): Pages {
  const last = pages.pages.length - 1;
  return {
    ...pages,
    pages: pages.pages.map((page, index) => (index === last ? { ...page, items: [...page.items, row] } : page)),
  };
}

interface Options {
  sort?: string;
  /** `insert`: in order at once. `hold`: what is new waits, so that nothing that is being read moves. */
  mode?: 'hold' | 'insert';
}

interface Refreshed {
  pages: Pages;
  /** Belong between the loaded rows, and wait. */
  arrived: string[];
}

/**
 * What the server says now of some tickets, put into a loaded list: rows change where they stand, and those that no
 * longer belong leave.
 * @param asked ids the server was asked for
 * @param found those of them that belong to the list
 */
export function refreshRows(
  before: Pages,
  asked: ReadonlySet<string>,
  found: readonly Row[],
  { sort, mode = 'hold' }: Options,
): Refreshed {
  const known = new Map(before.pages.flatMap(({ items }) => items.map((row) => [row.id, row] as const)));
  const heard = new Map(found.map((row) => [row.id, known.has(row.id) ? newer(known.get(row.id)!, row) : row]));
  const moves = mode === 'insert';
  const kept = mapRows(before, (rows) =>
    rows.flatMap((row) => (asked.has(row.id) ? (moves ? [] : (heard.get(row.id) ?? [])) : [row])),
  );
  const last = before.pages.at(-1);
  const end = last?.nextCursor ? last.items.at(-1) : undefined;
  const isLoaded = (row: Row) => !end || standsBefore(row, end, sort);
  const fresh = [...heard.values()].filter((row) => (moves || !known.has(row.id)) && isLoaded(row));
  if (!moves) return { pages: kept, arrived: fresh.map(({ id }) => id) };
  const pages = fresh.reduce((all, row) => {
    const next = inserted(all, row, sort);
    return next.pages.every(({ items }, index) => items.length === all.pages[index]?.items.length)
      ? appended(all, row)
      : next;
  }, kept);
  return { pages, arrived: [] };
}
