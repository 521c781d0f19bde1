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
