import Box from '@mui/material/Box';
import { type ReactNode, useEffect, useRef } from 'react';
import { useCommands } from '../../../shared/keyboard/use-commands';
import { texts } from '../queue.texts';
import { useWindow } from '../use-window';

/** So many rows before the end the next page is asked for. */
const AHEAD = 12;

interface Props<T> {
  items: readonly T[];
  /** All of the list, loaded or not. */
  total: number;
  keyOf: (item: T) => string;
  render: (item: T) => ReactNode;
  rowHeight: number;
  /** Where moving by keys begins. */
  selected: number;
  hasMore: boolean;
  onMore: () => void;
  /** Of the view before, while the new one is on its way. */
  stale: boolean;
}

/** Scrolls no more than it takes to show the whole row. */
function reveal(box: HTMLElement, index: number, rowHeight: number): void {
  const top = index * rowHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = top + rowHeight - box.clientHeight;
}

/** A list of any length, of which only what can be seen exists. `j` and `k` move through it, Enter opens. */
export function VirtualList<T>({ items, total, keyOf, render, rowHeight, selected, hasMore, onMore, stale }: Props<T>) {
  const box = useRef<HTMLDivElement>(null);
  const { first, end } = useWindow(box, rowHeight, items.length);
  const wantsMore = hasMore && end > items.length - AHEAD;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once for each page that ends in sight
  useEffect(() => {
    if (wantsMore) onMore();
  }, [wantsMore, items.length]);

  const move = (by: number) => {
    if (!box.current) return;
    const focused = document.activeElement?.closest('[data-index]');
    const inList = focused && box.current.contains(focused);
    const from = inList ? Number(focused.getAttribute('data-index')) : selected;
    const to = Math.min(items.length - 1, Math.max(0, from + by));
    reveal(box.current, to, rowHeight);
    // The row may have to be rendered first.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-index="${to}"] a`)?.focus()),
    );
  };
  useCommands(texts.list, [
    { keys: 'j', label: texts.nextRow, run: () => move(1), onlyKeys: true },
    { keys: 'k', label: texts.previousRow, run: () => move(-1), onlyKeys: true },
  ]);
  return (
    <Box
      ref={box}
      aria-busy={stale}
      sx={{ flex: 1, minHeight: 0, overflowY: 'auto', px: 1, pb: 1, '&[aria-busy="true"]': { opacity: 0.6 } }}
    >
      <Box
        role="list"
        aria-label={texts.list}
        sx={{ position: 'relative' }}
        style={{ height: items.length * rowHeight }}
      >
        {items.slice(first, end).map((item, offset) => (
          <Box
            role="listitem"
            key={keyOf(item)}
            data-index={first + offset}
            aria-setsize={total}
            aria-posinset={first + offset + 1}
            sx={{ position: 'absolute', top: 0, left: 0, width: 1 }}
            style={{ transform: `translateY(${(first + offset) * rowHeight}px)` }}
          >
            {render(item)}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
