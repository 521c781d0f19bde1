import { type RefObject, startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Rows beyond either edge, so that a quick scroll shows no gap. */
const OVERSCAN = 6;

/** What of the window's height is not the list's on a phone. */
const AROUND_PX = 240;

/** No browser lays out a box of tens of millions of pixels; nobody scrolls that far either. */
export const MOST_ROWS = 100_000;

export interface RowRange {
  first: number;
  /** Exclusive. */
  end: number;
}

/** Which of `count` rows of equal height can be seen. */
export function visibleRange(scrollTop: number, height: number, rowHeight: number, count: number): RowRange {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - OVERSCAN);
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + OVERSCAN);
  return { first: Math.min(first, end), end };
}

interface Seen {
  top: number;
  height: number;
}

/** Where the list was left that was looked at last. */
let left: { list: string; row: number } = { list: '', row: 0 };
const keptRow = (list: string): number => (left.list === list ? left.row : 0);

/** Before the box is laid out: about those that can be seen. The others are no part of the first picture. */
function firstRange(list: string, rowHeight: number, count: number): RowRange {
  const first = Math.floor(keptRow(list));
  const fitting = Math.ceil(Math.max(0, innerHeight - AROUND_PX) / rowHeight) + (first > 0 ? 1 : 0);
  const end = Math.min(count, first + fitting);
  return { first: Math.min(first, end), end };
}

/**
 * The rows a scrolling box shows; all rows are equally high, so nothing has to be measured.
 * @param list names the list, see `useKeptPlace`
 */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  rowHeight: number,
  count: number,
  list: string,
): RowRange {
  const [seen, setSeen] = useState<Seen | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const { scrollTop: top, clientHeight: height } = element;
      setSeen((before) => (before?.top === top && before.height === height ? before : { top, height }));
    };
    let isFirst = true;
    // It looks for the first time once the box is laid out, and more rows are then drawn in slices.
    const observer = new ResizeObserver(() => {
      if (isFirst) startTransition(look);
      else look();
      isFirst = false;
    });
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);
  if (!seen) return firstRange(list, rowHeight, count);
  return visibleRange(seen.top, seen.height, rowHeight, count);
}

/**
 * By how many rows what is being read has moved.
 * @param reading index before of the row that should stay where it is; the next one that is still there counts
 */
export function rowsMoved(before: readonly string[], after: readonly string[], reading: number): number {
  const now = new Map(after.map((key, index) => [key, index]));
  for (let index = reading; index < before.length; index += 1) {
    const to = now.get(before[index] as string);
    if (to !== undefined) return to - index;
  }
  return 0;
}

/** Scrolls along when rows above leave or come, so that the row under the pointer or at the top stays where it is. */
export function useScrollAnchor(box: RefObject<HTMLElement | null>, rowHeight: number, keys: readonly string[]): void {
  const before = useRef(keys);
  useLayoutEffect(() => {
    const element = box.current;
    // Asked for last: where it is scrolled to is known once it is laid out.
    if (element && before.current !== keys && element.scrollTop > 0) {
      const hovered = element.querySelector('[data-index]:hover')?.getAttribute('data-index');
      const reading = hovered ? Number(hovered) : Math.ceil(element.scrollTop / rowHeight);
      element.scrollTop += rowsMoved(before.current, keys, reading) * rowHeight;
    }
    before.current = keys;
  }, [box, rowHeight, keys]);
}

/**
 * Keeps the row at the top: when rows change their height, and when one comes back to the list from a ticket.
 * @param list names the list; another one begins at its top
 */
export function useKeptPlace(box: RefObject<HTMLElement | null>, rowHeight: number, list: string): void {
  const isNew = useRef(true);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const top = keptRow(list) * rowHeight;
    // A new box is at its top; to be told so it would be laid out at once.
    if (top > 0 || !isNew.current) element.scrollTop = top;
    isNew.current = false;
    const keep = () => {
      left = { list, row: element.scrollTop / rowHeight };
    };
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [box, rowHeight, list]);
}
