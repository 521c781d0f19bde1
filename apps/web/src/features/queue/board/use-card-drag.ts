import { type PointerEvent as ReactPointerEvent, type RefObject, useRef, useState } from 'react';

/** So far the pointer goes before a press becomes a drag. */
const SLACK_PX = 6;
/** So long a finger rests on a card before it is lifted: a swipe scrolls. */
const HOLD_MS = 300;
const EDGE_PX = 48;
const EDGE_STEP_PX = 24;

export interface Dragging<T> {
  item: T;
  /** Of the column below the pointer. */
  over: string | null;
  width: number;
}

interface Grip {
  x: number;
  y: number;
}

const columnAt = ({ clientX, clientY }: PointerEvent): string | null =>
  document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-column]')?.dataset.column ?? null;

/** Near an edge of the board, the columns beyond it come into sight. */
function scrollAlong(card: HTMLElement, x: number): void {
  const board = card.closest('[data-column]')?.parentElement;
  if (!board) return;
  const { left, right } = board.getBoundingClientRect();
  if (x < left + EDGE_PX) board.scrollLeft -= EDGE_STEP_PX;
  if (x > right - EDGE_PX) board.scrollLeft += EDGE_STEP_PX;
}

/** The click that ends a drag opens nothing. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }));
}

interface Session<T> {
  item: T;
  grip: Grip;
  card: HTMLElement;
  isTouch: boolean;
  start: Grip;
}

/**
 * Moves cards between columns by mouse, pen or finger; Escape lets go. Columns carry `data-column`.
 * @param onDrop hears of a card let go over a column
 */
export function useCardDrag<T>(onDrop: (item: T, column: string) => void) {
  const [dragging, setDragging] = useState<Dragging<T> | null>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const at = useRef<Grip>({ x: 0, y: 0 });

  const place = () => {
    if (ghost.current) ghost.current.style.transform = `translate(${at.current.x}px, ${at.current.y}px) rotate(2deg)`;
  };

  const grab = (item: T, event: ReactPointerEvent<HTMLElement>) => {
    if (event.button !== 0 || dragging) return;
    const card = event.currentTarget;
    const box = card.getBoundingClientRect();
    const start = { x: event.clientX, y: event.clientY };
    const grip = { x: start.x - box.left, y: start.y - box.top };
    at.current = { x: box.left, y: box.top };
    follow({ item, grip, card, isTouch: event.pointerType === 'touch', start });
  };

  const follow = ({ item, grip, card, isTouch, start }: Session<T>) => {
    const listeners = new AbortController();
    const { signal } = listeners;
    let lifted = false;
    let over: string | null = null;
    const lift = () => {
      lifted = true;
      getSelection()?.removeAllRanges();
      setDragging({ item, over, width: card.offsetWidth });
    };
    const hold = isTouch ? setTimeout(lift, HOLD_MS) : undefined;
    const end = (drop: boolean) => {
      clearTimeout(hold);
      listeners.abort();
      setDragging(null);
      if (!lifted) return;
      swallowClick();
      if (drop && over !== null) onDrop(item, over);
    };
    const move = (event: PointerEvent) => {
      if (!lifted) {
        if (Math.hypot(event.clientX - start.x, event.clientY - start.y) < SLACK_PX) return;
        if (isTouch) return end(false);
        lift();
      }
      at.current = { x: event.clientX - grip.x, y: event.clientY - grip.y };
      place();
      scrollAlong(card, event.clientX);
      const next = columnAt(event);
      if (next === over) return;
      over = next;
      setDragging((before) => before && { ...before, over: next });
    };
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', () => end(true), { signal });
    addEventListener('pointercancel', () => end(false), { signal });
    addEventListener('keydown', (event) => event.key === 'Escape' && end(false), { signal, capture: true });
    // A lifted card follows the finger; the page stays.
    addEventListener('touchmove', (event) => lifted && event.preventDefault(), { signal, passive: false });
  };

  return {
    dragging,
    grab,
    /** For the card that follows the pointer. */
    ghost: ghost as RefObject<HTMLDivElement | null>,
    place,
  };
}
