import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useCommands } from '../../../shared/keyboard/use-commands';
import { fixedBox } from '../../../shared/ui/fixed-box';
import { texts } from '../queue.texts';
import { MOST_ROWS, useKeptPlace, useScrollAnchor, useWindow } from '../use-window';
import { GhostRow } from './ghost-row';

/** So many rows before the end the next page is asked for. */
const AHEAD = 12;

interface Props<T> {
  /** Names the list. */
  name: string;
  items: readonly T[];
  /** All of the list, loaded or not. */
  total: number;
  keyOf: (item: T) => string;
  render: (item: T) => ReactNode;
  rowHeight: number;
  /** Where moving by keys begins. */
  selected: number;
  hasMore: boolean;
  /** The next page is on its way. */
  isLoading: boolean;
  onMore: () => void;
  /** Of the view before, while the new one is on its way. */
  stale: boolean;
  /** The names of the columns, as cells of a head row: the list is then a table, and its rows are rows of it. */
  head?: ReactNode;
  /** `x`, and `X` for everything up to there. */
  onSelect: (key: string, range: boolean) => void;
  /** The box that scrolls. */
  ref: RefObject<HTMLDivElement | null>;
}

/** Scrolls no more than it takes to show the whole row. */
function reveal(box: HTMLElement, index: number, rowHeight: number, above: number): void {
  const top = index * rowHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + rowHeight > box.scrollTop + box.clientHeight - above)
    box.scrollTop = top + rowHeight - box.clientHeight + above;
}

/** Index of the row the keys act on: the focused one, else the open one. */
function currentRow(box: HTMLElement | null, selected: number): number {
  const focused = document.activeElement?.closest('[data-index]');
  return focused && box?.contains(focused) ? Number(focused.getAttribute('data-index')) : selected;
}

const ROLES = {
  list: { box: 'list', row: 'listitem' },
  table: { box: 'table', row: 'row' },
} as const;

const HEAD_PX = 36;

const ROW_PLACE = { position: 'absolute', top: 0, left: 0, width: '100%' } as const;

const Scroll = fixedBox('div', {
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  px: 1,
  pb: 1,
  '&[aria-busy="true"]': { opacity: 0.6 },
});

/** A list of any length, of which only what can be seen exists. */
export function VirtualList<T>({
  name,
  items,
  total,
  keyOf,
  render,
  rowHeight,
  selected,
  hasMore,
  isLoading,
  onMore,
  stale,
  head,
  onSelect,
  ref: box,
}: Props<T>) {
  const keys = useMemo(() => items.map(keyOf), [items, keyOf]);
  const rows = hasMore ? Math.min(Math.max(total, items.length), MOST_ROWS) : items.length;
  const { first, end } = useWindow(box, rowHeight, rows, name);
  useScrollAnchor(box, rowHeight, keys);
  useKeptPlace(box, rowHeight, name);
  const wantsMore = hasMore && !isLoading && end > items.length - AHEAD;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once for each page that ends in sight
  useEffect(() => {
    if (wantsMore) onMore();
  }, [wantsMore, items.length]);
  useRowCommands({ box, keys, rowHeight, selected, above: head ? HEAD_PX : 0, onSelect });
  const role = ROLES[head ? 'table' : 'list'];
  const place = (index: number) => ({
    role: role.row,
    'data-index': index,
    ...(head ? { 'aria-rowindex': index + 2 } : { 'aria-setsize': total, 'aria-posinset': index + 1 }),
    style: { ...ROW_PLACE, transform: `translateY(${index * rowHeight}px)` },
  });
  return (
    <Scroll ref={box} aria-busy={stale}>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a list or a table, both of which have a name */}
      <div role={role.box} aria-label={texts.list} aria-rowcount={head ? total + 1 : undefined}>
        {head}
        <div role={head ? 'rowgroup' : 'presentation'} style={{ position: 'relative', height: rows * rowHeight }}>
          {items.slice(first, end).map((item, offset) => (
            <div key={keyOf(item)} {...place(first + offset)}>
              {render(item)}
            </div>
          ))}
          {Array.from({ length: Math.max(0, end - Math.max(first, items.length)) }, (_, offset) => {
            const index = Math.max(first, items.length) + offset;
            return <GhostRow key={index} top={index * rowHeight} height={rowHeight} />;
          })}
        </div>
      </div>
    </Scroll>
  );
}

interface RowCommands {
  box: RefObject<HTMLDivElement | null>;
  keys: readonly string[];
  rowHeight: number;
  selected: number;
  /** Height of what stands above the rows, px. */
  above: number;
  onSelect: (key: string, range: boolean) => void;
}

function useRowCommands({ box, keys, rowHeight, selected, above, onSelect }: RowCommands): void {
  // Where the focus is going: keys may be faster than rows are rendered.
  const going = useRef<number | null>(null);
  const here = () => going.current ?? currentRow(box.current, selected);
  const move = (by: number) => {
    const list = box.current;
    if (!list) return;
    const at = here();
    const from = at < 0 ? Math.ceil(list.scrollTop / rowHeight) - 1 : at;
    const to = Math.min(keys.length - 1, Math.max(0, from + by));
    going.current = to;
    reveal(list, to, rowHeight, above);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (going.current !== to) return;
        going.current = null;
        list.querySelector<HTMLElement>(`[data-index="${to}"] a`)?.focus();
      }),
    );
  };
  const open = () => box.current?.querySelector<HTMLElement>(`[data-index="${here()}"] a`)?.click();
  const select = (range: boolean) => {
    const key = keys[here()];
    if (key !== undefined) onSelect(key, range);
  };
  const { commands } = texts;
  useCommands(texts.list, [
    { keys: 'j', label: commands.next, run: () => move(1), onlyKeys: true },
    { keys: 'k', label: commands.previous, run: () => move(-1), onlyKeys: true },
    { keys: 'o', label: commands.open, run: open, onlyKeys: true },
    { keys: 'x', label: commands.select, run: () => select(false), onlyKeys: true },
    { keys: 'X', label: commands.selectRange, run: () => select(true), onlyKeys: true },
  ]);
}
