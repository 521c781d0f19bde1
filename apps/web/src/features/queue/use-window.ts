import { type RefObject, useEffect, useState } from 'react';

/** Rows beyond either edge, so that a quick scroll shows no gap. */
const OVERSCAN = 6;

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

/** The rows a scrolling box shows; all rows are equally high, so nothing has to be measured. */
export function useWindow(box: RefObject<HTMLElement | null>, rowHeight: number, count: number): RowRange {
  const [seen, setSeen] = useState({ top: 0, height: 0 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setSeen({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);
  return visibleRange(seen.top, seen.height, rowHeight, count);
}
