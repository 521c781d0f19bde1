import { useEffect, useEffectEvent } from 'react';

type Shortcuts = Record<string, (() => void) | false | undefined>;

const WRITING = 'input, textarea, select, [contenteditable="true"]';
const OVERLAY = '[role="dialog"], [role="menu"], [role="listbox"]';

const isBusyElsewhere = (target: EventTarget | null) =>
  (target instanceof Element && target.closest(WRITING) !== null) || document.querySelector(OVERLAY) !== null;

/** Single keys, while nobody is writing and nothing lies over the page: `{ c: canClaim && claim }`. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const run = shortcuts[event.key];
    if (!run || isBusyElsewhere(event.target)) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}
