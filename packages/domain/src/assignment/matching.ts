const FREE = -1;

/**
 * The cheapest assignment of rows to columns, at most one row each: the Hungarian method, one row after the other by
 * a shortest augmenting path. `Infinity` is a pair that must not be. A row that finds no column without putting an
 * earlier one out stays without; so earlier rows come first, and only then is it about cost.
 * @returns the column of each row, or null
 */
export function cheapestMatching(costs: readonly (readonly number[])[]): (number | null)[] {
  const columns = costs[0]?.length ?? 0;
  const state: State = {
    costs,
    rowOf: new Array(columns).fill(FREE),
    rowPrice: new Array(costs.length).fill(0),
    columnPrice: new Array(columns).fill(0),
  };
  costs.forEach((_row, row) => {
    insert(state, row);
  });
  const matched: (number | null)[] = costs.map(() => null);
  state.rowOf.forEach((row, column) => {
    if (row !== FREE) matched[row] = column;
  });
  return matched;
}

interface State {
  costs: readonly (readonly number[])[];
  /** The row of each column, or FREE. */
  rowOf: number[];
  rowPrice: number[];
  columnPrice: number[];
}

/** Finds the cheapest free column that can be reached by moving earlier rows, and moves them. */
function insert({ costs, rowOf, rowPrice, columnPrice }: State, inserted: number): void {
  const distance: number[] = new Array(rowOf.length).fill(Number.POSITIVE_INFINITY);
  const cameFrom: number[] = new Array(rowOf.length).fill(FREE);
  const reached: number[] = [];
  const isReached: boolean[] = new Array(rowOf.length).fill(false);
  let row = inserted;
  let at = FREE;
  let travelled = 0;
  do {
    const nearest = relax(row, at);
    if (nearest === FREE) return;
    at = nearest;
    travelled = distance[at] as number;
    isReached[at] = true;
    reached.push(at);
    row = rowOf[at] as number;
  } while (row !== FREE);
  reprice();
  while (at !== FREE) {
    const before = cameFrom[at] as number;
    rowOf[at] = before === FREE ? inserted : (rowOf[before] as number);
    at = before;
  }

  /** Looks at the columns from `row`, which was reached over the column `from`, and answers the nearest new one. */
  function relax(row: number, from: number): number {
    const line = costs[row] as readonly number[];
    let nearest = FREE;
    for (let column = 0; column < line.length; column++) {
      if (isReached[column]) continue;
      const reduced = (line[column] as number) - (rowPrice[row] as number) - (columnPrice[column] as number);
      if (travelled + reduced < (distance[column] as number)) {
        distance[column] = travelled + reduced;
        cameFrom[column] = from;
      }
      const best = nearest === FREE ? Number.POSITIVE_INFINITY : (distance[nearest] as number);
      if ((distance[column] as number) < best) nearest = column;
    }
    return nearest;
  }

  /** Keeps every reduced cost at zero or more, and that of every matched pair at zero. */
  function reprice(): void {
    rowPrice[inserted] = (rowPrice[inserted] as number) + travelled;
    for (const column of reached) {
      const rest = travelled - (distance[column] as number);
      columnPrice[column] = (columnPrice[column] as number) - rest;
      const row = rowOf[column] as number;
      if (row !== FREE) rowPrice[row] = (rowPrice[row] as number) + rest;
    }
  }
}
