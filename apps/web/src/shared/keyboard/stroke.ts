/** Letters are where they are on a keyboard, also on one that writes another alphabet. */
function letterOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (key.length !== 1 || /[\x20-\x7e]/.test(key) || !code.startsWith('Key')) return key;
  const letter = code.slice('Key'.length);
  return shiftKey ? letter : letter.toLowerCase();
}

/**
 * What was pressed, as tables of commands write it: `j`, `X` (with Shift), `shift+ArrowDown`, `mod+k`. `mod` is ⌘ on a
 * Mac and Ctrl elsewhere.
 */
export function strokeOf(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey;
  const key = letterOf(event);
  const named = key.length > 1;
  return [
    mod && 'mod+',
    event.altKey && 'alt+',
    event.shiftKey && (named || mod) && 'shift+',
    mod ? key.toLowerCase() : key === ' ' ? 'Space' : key,
  ]
    .filter(Boolean)
    .join('');
}
