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

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

const CAPS: Record<string, string> = {
  mod: IS_MAC ? '⌘' : 'Ctrl',
  shift: IS_MAC ? '⇧' : 'Shift',
  alt: IS_MAC ? '⌥' : 'Alt',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
};

function capsOfStroke(stroke: string): string[] {
  // The last `+` may be the key itself.
  const parts = stroke.split(/\+(?=.)/);
  return parts.flatMap((part) => {
    if (/^[A-Z]$/.test(part)) return [CAPS.shift!, part];
    return CAPS[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}

/** What stands on the keys, one list per stroke: `g q` → [['G'], ['Q']], `mod+k` → [['Ctrl', 'K']]. */
export const capsOf = (keys: string): string[][] => keys.split(' ').map(capsOfStroke);
