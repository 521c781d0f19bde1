import type { KeyboardEvent } from 'react';

const STEPS: Record<string, readonly [columns: number, cards: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const cardsOf = (column: Element) => [...column.querySelectorAll<HTMLElement>('[data-card] a')];

/** The card a step away; columns without cards are passed over. */
function neighbour(card: Element, [toColumn, toCard]: readonly [number, number]): HTMLElement | undefined {
  const column = card.closest('[data-column]');
  const columns = [...document.querySelectorAll('[data-column]')].filter((each) => cardsOf(each).length > 0);
  if (!column) return undefined;
  const row = cardsOf(column).findIndex((link) => card.contains(link));
  const cards = cardsOf(columns[columns.indexOf(column) + toColumn] ?? column);
  return cards[Math.max(0, Math.min(cards.length - 1, row + toCard))];
}

const cardOf = ({ target }: KeyboardEvent): Element | null =>
  target instanceof Element && target.matches('[data-card] a') ? target.closest('[data-card]') : null;

/** Arrows go from card to card, Space opens the moves of one. For the element around all columns. */
export const boardKeys = {
  onKeyDown: (event: KeyboardEvent): void => {
    const card = cardOf(event);
    const step = STEPS[event.key];
    if (!card || (!step && event.key !== ' ')) return;
    event.preventDefault();
    if (step) neighbour(card, step)?.focus();
  },
  // Not before the key is let go: that would choose the first move of the menu it has just opened.
  onKeyUp: (event: KeyboardEvent): void => {
    if (event.key === ' ') cardOf(event)?.querySelector<HTMLElement>('[data-moves]')?.click();
  },
};
