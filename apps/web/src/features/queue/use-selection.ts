import { useState } from 'react';
import { allOf, extended, NOTHING_SELECTED, type Selection, toggled } from './selection';

/**
 * What is chosen in a list; another list starts with nothing chosen.
 * @param list names the list
 * @param order ids of the loaded rows, as they stand
 */
export function useSelection(list: string, order: readonly string[]) {
  const [state, setState] = useState({ list, selection: NOTHING_SELECTED });
  const chosen = state.list === list ? state.selection : NOTHING_SELECTED;
  // Rows loaded later belong to the whole as well; rows that left are no longer chosen.
  const selection: Selection = chosen.whole ? allOf(order, true) : chosen;
  const set = (next: Selection) => setState({ list, selection: next });
  return {
    ids: selection.whole ? order : order.filter((id) => selection.ids.has(id)),
    whole: selection.whole,
    has: (id: string) => selection.ids.has(id),
    toggle: (id: string) => set(toggled(selection, id)),
    extendTo: (id: string) => set(extended(selection, id, order)),
    selectLoaded: () => set(allOf(order)),
    selectWhole: () => set(allOf(order, true)),
    clear: () => set(NOTHING_SELECTED),
  };
}

export type ListSelection = ReturnType<typeof useSelection>;
