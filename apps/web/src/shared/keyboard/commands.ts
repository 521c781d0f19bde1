import type { ReactNode } from 'react';
import { strokeOf } from './stroke';

/** Something that can be done here and now, by its keys or from the palette. */
export interface Command {
  /** One stroke, or several after each other: `j`, `X`, `mod+k`, `g q` (see `strokeOf`). Without keys: only in the palette. */
  keys?: string;
  label: string;
  run: () => void;
  icon?: ReactNode;
  /** Also while somebody writes or something lies over the page. */
  everywhere?: boolean;
  /** Makes sense only by its keys, such as moving to the next row. */
  onlyKeys?: boolean;
}

/** What one part of the page can do. */
export interface Layer {
  /** The heading it is listed under. */
  scope: string;
  commands: readonly Command[];
}

/** So long may the second stroke take. */
const CHORD_MS = 1200;
const WRITING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';
const OVERLAY = 'dialog[open], [role="dialog"], [role="menu"], [role="listbox"]';

const layers: Layer[] = [];
let begun = '';
let timer: ReturnType<typeof setTimeout> | undefined;

const isBusyElsewhere = (target: EventTarget | null) =>
  (target instanceof Element && target.closest(WRITING) !== null) || document.querySelector(OVERLAY) !== null;

/** Everything that can be done now, the newest part of the page first. Of two with the same keys the newer one counts. */
export function activeLayers(): Layer[] {
  const taken = new Set<string>();
  const byScope = new Map<string, Command[]>();
  for (const { scope, commands } of layers.toReversed()) {
    const free = commands.filter(({ keys }) => keys === undefined || !taken.has(keys));
    for (const { keys } of free) if (keys !== undefined) taken.add(keys);
    byScope.set(scope, [...(byScope.get(scope) ?? []), ...free]);
  }
  return [...byScope].map(([scope, commands]) => ({ scope, commands })).filter(({ commands }) => commands.length > 0);
}

function remember(strokes: string): void {
  clearTimeout(timer);
  begun = strokes;
  if (strokes !== '') timer = setTimeout(() => remember(''), CHORD_MS);
}

function pressed(event: KeyboardEvent): void {
  // A modifier alone is on its way to a stroke.
  if (event.defaultPrevented || /^(?:Shift|Control|Alt|Meta)$/.test(event.key)) return;
  const busy = isBusyElsewhere(event.target);
  const possible = activeLayers()
    .flatMap(({ commands }) => commands)
    .filter(({ everywhere }) => everywhere || !busy);
  const stroke = strokeOf(event);
  // A stroke that goes on with nothing may begin something else.
  for (const strokes of begun === '' ? [stroke] : [`${begun} ${stroke}`, stroke]) {
    const command = possible.find(({ keys }) => keys === strokes);
    const goesOn = possible.some(({ keys }) => keys?.startsWith(`${strokes} `));
    if (!command && !goesOn) continue;
    event.preventDefault();
    remember(command ? '' : strokes);
    command?.run();
    return;
  }
  remember('');
}

/** @returns takes it away again */
export function addLayer(layer: Layer): () => void {
  if (layers.length === 0) addEventListener('keydown', pressed);
  layers.push(layer);
  return () => {
    layers.splice(layers.indexOf(layer), 1);
    if (layers.length === 0) removeEventListener('keydown', pressed);
  };
}
