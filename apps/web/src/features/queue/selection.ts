/** Which tickets of a list are chosen. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** Where a range begins. */
  anchor: string | null;
  /** Every ticket of the list, loaded or not. `ids` are then the loaded ones. */
  whole: boolean;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null, whole: false };

/** One more, or one less. Taking one away from the whole leaves the others that are loaded. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id, whole: false };
}

/** Everything from the last choice up to this one. */
export function extended(selection: Selection, id: string, order: readonly string[]): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return { ids: new Set([...selection.ids, id]), anchor: id, whole: false };
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...range]), anchor: selection.anchor, whole: false };
}

export const allOf = (order: readonly string[], whole = false): Selection => ({
  ids: new Set(order),
  anchor: null,
  whole,
});
