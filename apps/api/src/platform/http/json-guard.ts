const MAX_DEPTH = 32;

/** The text of a JSON string starting at the quote, and where it ends. */
function readString(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}

const COLON = /\s*:/y;

function isKey(text: string, end: number): boolean {
  COLON.lastIndex = end + 1;
  return COLON.test(text);
}

/** A key as a reader understands it, however its characters were written. A broken one is left to JSON.parse. */
function spelledOut(quoted: string): string {
  try {
    return JSON.parse(quoted);
  } catch {
    return quoted;
  }
}

/**
 * What JSON.parse lets through though no honest client sends it: deep nesting, which recursive validation cannot
 * survive, and duplicate keys, of which two readers may see different ones. Linear in the text's length.
 * @returns the reason to refuse, or null
 */
export function suspiciousJson(text: string): 'too_deep' | 'duplicate_key' | null {
  const keys: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '{' || char === '[') {
      if (keys.push(char === '{' ? new Set() : null) > MAX_DEPTH) return 'too_deep';
    } else if (char === '}' || char === ']') {
      keys.pop();
    } else if (char === '"') {
      const end = readString(text, at);
      const seen = keys.at(-1);
      if (seen && isKey(text, end)) {
        const key = spelledOut(text.slice(at, end + 1));
        if (seen.has(key)) return 'duplicate_key';
        seen.add(key);
      }
      at = end;
    }
  }
  return null;
}
