import { type KeyboardEvent, type PointerEvent as ReactPointerEvent, useRef, useState } from 'react';

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

const moved = <T>(items: readonly T[], from: number, to: number): T[] => {
  const next = [...items];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
};

/** Which row of a list the pointer is over, by the middles of the rows. */
function placeAt(list: HTMLElement, y: number): number {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  const above = rows.filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y > top + height / 2;
  });
  return Math.min(above.length, rows.length - 1);
}

/**
 * Puts the rows of a list in order by dragging a handle, or with the arrow keys on it. Rows carry `data-row`.
 * @param ids in the order that is kept
 * @param onOrder hears of another order once it is let go
 */
export function useRowOrder(ids: readonly string[], onOrder: (ids: string[], moved: string) => void) {
  const [draft, setDraft] = useState<{ ids: readonly string[]; dragged: string } | null>(null);
  const list = useRef<HTMLUListElement>(null);

  const grab = (id: string, event: ReactPointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !list.current) return;
    event.preventDefault();
    event.currentTarget.focus();
    const listeners = new AbortController();
    const { signal } = listeners;
    let order = ids;
    setDraft({ ids: order, dragged: id });
    const end = (keep: boolean) => {
      listeners.abort();
      setDraft(null);
      if (keep && order.join() !== ids.join()) onOrder([...order], id);
    };
    const move = ({ clientY }: PointerEvent) => {
      const to = list.current ? placeAt(list.current, clientY) : -1;
      const from = order.indexOf(id);
      if (to < 0 || to === from) return;
      order = moved(order, from, to);
      setDraft({ ids: order, dragged: id });
    };
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', () => end(true), { signal });
    addEventListener('pointercancel', () => end(false), { signal });
    addEventListener('keydown', (key) => key.key === 'Escape' && end(false), { signal, capture: true });
  };

  const step = (id: string, by: number) => {
    const from = ids.indexOf(id);
    const to = from + by;
    if (from >= 0 && to >= 0 && to < ids.length) onOrder(moved(ids, from, to), id);
  };

  return {
    list,
    /** In the order to show now. */
    ids: draft?.ids ?? ids,
    dragged: draft?.dragged ?? null,
    step,
    /** To spread on the handle of a row. */
    handle: (id: string) => ({
      onPointerDown: (event: ReactPointerEvent<HTMLElement>) => grab(id, event),
      onKeyDown: (event: KeyboardEvent) => {
        const by = STEPS[event.key];
        if (by === undefined) return;
        event.preventDefault();
        step(id, by);
      },
    }),
  };
}
