import { useState } from 'react';

/** Which of the listed are chosen. What is no longer listed is no longer chosen. */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selected = ids.filter((id) => chosen.has(id));
  const toggle = (id: string) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const all = ids.length > 0 && selected.length === ids.length;
  return {
    selected,
    has: (id: string) => chosen.has(id),
    toggle,
    all,
    some: selected.length > 0,
    toggleAll: () => setChosen(new Set(all ? [] : ids)),
    clear: () => setChosen(new Set()),
  };
}
